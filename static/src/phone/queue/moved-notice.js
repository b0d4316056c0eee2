/** Telling somebody who waits that another queue order has moved them. */

import { useEffect, useRef } from "preact/hooks";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { orderWords } from "../../shared/method/place-reasons.js";
import { placeOf } from "./place.js";

/** @typedef {import("../../wire").QueueOrder} QueueOrder */
/** @typedef {{order: QueueOrder, request: number, place: number}} Stand */

/**
 * @param {Partial<import("../../wire").PhoneSlices>} slices
 * @param {(text: string) => void} tell
 */
export function useMovedNotice({ rules, me, queue }, tell) {
  const before = useRef(/** @type {Stand | null} */ (null));
  const request = me?.request?.listed ?? 0;
  useEffect(() => {
    if (!rules || !queue) return;
    const now = { order: rules.order, request, place: placeOf(queue, request) };
    const text = movedText(before.current, now);
    before.current = now;
    if (text) tell(text);
  }, [rules, queue, request]);
}

/**
 * What to say, if the order has changed and the person has moved by it.
 *
 * @param {Stand | null} before
 * @param {Stand} now
 */
export function movedText(before, now) {
  if (!before || before.order === now.order || before.request !== now.request) return "";
  if (!before.place || !now.place || before.place === now.place) return "";
  const order = orderWords(now.order);
  const up = before.place - now.place;
  return up > 0
    ? n_("The queue now goes: {order}. You moved up one place.", "The queue now goes: {order}. You moved up {n} places.", up, { order })
    : n_("The queue now goes: {order}. You moved back one place.", "The queue now goes: {order}. You moved back {n} places.", -up, { order });
}
