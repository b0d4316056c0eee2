/** The rest of a list of what people wrote: the console is sent the first of each, and counts the others. */

import { useEffect, useRef, useState } from "preact/hooks";
import { LISTED } from "../../shared/limits.js";

/** @import {Desk} from "../desk/desk.js" */

const REFRESH_MS = 1_000;

/**
 * The items of a list that the console is not sent, once somebody has asked for them. They are
 * fetched again when the list changes, once a second at the most.
 * @template T
 * @param {Desk} desk
 * @param {string} of kind and name of the list, as in `questions.waiting`
 * @param {number} [count] how many there are beyond those that were sent
 * @param {unknown} [change] what tells that the list has changed
 * @returns {{items: T[], left: number, show: () => void}}
 */
export function useMore(desk, of, count = 0, change = null) {
  const [wanted, want] = useState(0);
  const [items, keep] = useState(/** @type {T[]} */ ([]));
  const fetchedAt = useRef(0);
  const most = Math.min(wanted, count);
  useEffect(() => {
    if (!most) return keep([]);
    let isHere = true;
    const timer = setTimeout(async () => {
      fetchedAt.current = Date.now();
      const found = await fetchMore(desk.code, of, most).catch(() => null);
      if (isHere && found) keep(found);
    }, Math.max(0, fetchedAt.current + (items.length < most ? 0 : REFRESH_MS) - Date.now()));
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [desk.code, of, most, count, change]);
  return { items: items.slice(0, most), left: count - most, show: () => want(most + LISTED) };
}

/** @param {string} code @param {string} of @param {number} most */
async function fetchMore(code, of, most) {
  const answer = await fetch(`/${code}/more.json?of=${of}&most=${most}`);
  if (!answer.ok) throw new Error(`more.json answered ${answer.status}`);
  return (await answer.json()).items;
}
