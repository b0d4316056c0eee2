/** What is asked of the session about one who waits: a chair now, another place, or to be taken off. */

import { chairOf, freeChair } from "../bowl/seats.js";

/**
 * @import {CommandBody, ConsoleSlices, QueueItem, RequestKind} from "../../wire"
 * @import {Action} from "../keyboard/key-table.js"
 * @import {Asked, Scene} from "../desk/actions.js"
 */

/** @type {Partial<Record<Action, (scene: Scene) => Asked | null>>} */
export const ASKED_OF_A_REQUEST = {
  come: ofPicked((item, scene) => comes(scene, item) ?? { problem: "no_free_chair" }),
  request_up: ofPicked((item, { slices }) => shifted(slices.queue.items, item, "up")),
  request_down: ofPicked((item, { slices }) => shifted(slices.queue.items, item, "down")),
  request_first: ofPicked((item, { slices }) => shifted(slices.queue.items, item, "first")),
  bring: ofPicked((item) => brings(item)),
  take_off: ofPicked(({ request }) => ({ do: "lower_hand", request })),
};

/** @param {(item: QueueItem, scene: Scene) => Asked | null} make @returns {(scene: Scene) => Asked | null} */
function ofPicked(make) {
  return (scene) => {
    const item = pickedRequest(scene);
    return item && make(item, scene);
  };
}

/** Who is picked in the queue. @param {Pick<Scene, "slices" | "request">} scene @returns {QueueItem | null} */
export function pickedRequest({ slices, request }) {
  return slices.queue.items.find((item) => item.request === request) ?? null;
}

/**
 * Who is picked after a step along the queue; from nobody, the first or the last.
 * @param {Pick<Scene, "slices" | "request">} scene
 * @param {number} step 1 is down, -1 is up
 * @returns {number | null}
 */
export function stepped({ slices, request }, step) {
  const { items } = slices.queue;
  const at = items.findIndex((item) => item.request === request);
  const next = at < 0 && step < 0 ? items.length - 1 : at + step;
  return items[Math.min(Math.max(next, 0), items.length - 1)]?.request ?? null;
}

/**
 * How it comes to somebody's turn at once: their words were read, they are called to a free chair,
 * or they take the chair of who makes room. `null` if no chair can be had.
 * @param {Scene} scene
 * @param {QueueItem} item
 * @returns {CommandBody | null}
 */
export function comes(scene, item) {
  const { slices } = scene;
  if (isForReading(slices, item)) return { do: "read_aloud", request: item.request };
  return toAChair(scene, item);
}

/** Whether words are to be read; before the start, who wrote them can only sit down. @param {ConsoleSlices} slices @param {QueueItem} item */
export function isForReading({ clock }, { kind }) {
  return kind === "read_aloud" && clock.state !== "lobby";
}

/** @param {Scene} scene @param {QueueItem} item @returns {CommandBody | null} */
export function toAChair({ slices, picked }, item) {
  const chair = freeChair(slices, picked)?.no;
  if (chair) return callOrSeat(slices, item, chair);
  const room = slices.action.makes_room;
  return room && { do: "take_over", request: item.request, turn: room.turn };
}

/**
 * Call somebody to a chair; before the start, when nobody is called, seat them. Onto a host's or a
 * guest's chair one comes by hand only.
 * @param {ConsoleSlices} slices
 * @param {QueueItem} item
 * @param {number} chair
 * @returns {CommandBody}
 */
export function callOrSeat(slices, item, chair) {
  const isKept = chairOf(slices, chair)?.kind !== "speaker";
  if (slices.clock.state === "lobby" || isKept) return { do: "seat_person", person: item.person.id, chair };
  return { do: "call_person", request: item.request, chair };
}

/** What can be called out across the room; words to be read aloud are written. @type {RequestKind[]} */
const SPOKEN = ["new_point", "reply", "question"];

/** What the key would make of a request; `null` for words that are to be read aloud. @param {QueueItem} item @returns {RequestKind | null} */
export function nextKindOf({ kind }) {
  const at = SPOKEN.indexOf(kind);
  return at < 0 ? null : SPOKEN[(at + 1) % SPOKEN.length];
}

/** @param {QueueItem} item @returns {CommandBody | null} */
function brings(item) {
  const kind = nextKindOf(item);
  return kind && { do: "change_request", request: item.request, kind, words: item.words };
}

/** @typedef {"up" | "down" | "first"} Shift */

/**
 * Move a request in the queue; `null` if it is there already.
 * @param {QueueItem[]} items
 * @param {QueueItem} item
 * @param {Shift} where
 * @returns {CommandBody | null}
 */
export function shifted(items, item, where) {
  const place = items.indexOf(item);
  const at = where === "up" ? place - 1 : where === "down" ? place + 2 : 0;
  if (at < 0 || at > items.length || (where !== "down" && place === 0)) return null;
  return { do: "move_request", request: item.request, before: items[at]?.request ?? null };
}
