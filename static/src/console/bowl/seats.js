/** Which chair is meant, and which one can be sat on. */

/** @import {ChairView, ConsoleSlices} from "../../wire" */

/** @param {ConsoleSlices} slices @param {number} no @returns {ChairView | null} */
export function chairOf(slices, no) {
  return slices.bowl.chairs.find((chair) => chair.no === no) ?? null;
}

/**
 * The chair that somebody can sit down on: the picked one if it is free, else the first speaker's.
 * @param {ConsoleSlices} slices
 * @param {number | null} [picked]
 * @returns {ChairView | null}
 */
export function freeChair(slices, picked = null) {
  const free = slices.bowl.chairs.filter(isFree);
  return free.find(({ no }) => no === picked) ?? free.find(({ kind }) => kind === "speaker") ?? null;
}

/** Whether nobody sits there and nobody is expected. @param {ChairView} chair */
export function isFree({ state }) {
  return state === "open" || state === "empty";
}
