/** How many are ahead of somebody who waits, and when the phone signals it; pure. */

/** @typedef {"far" | "third" | "next" | "called"} QueueDistance */
/** @typedef {{request: number, call: number, near: QueueDistance}} Stand */

/** @type {QueueDistance[]} */
const ORDER = ["far", "third", "next", "called"];

/**
 * @param {import("../../wire").MyRequest | null} request
 * @param {number} place in the queue
 * @returns {Stand | null} `null` for who does not wait
 */
export function standOf(request, place) {
  if (!request) return null;
  const call = request.call ?? 0;
  return { request: request.request, call, near: request.state === "waiting" ? distanceOf(place) : "called" };
}

/** @param {number} place @returns {QueueDistance} */
function distanceOf(place) {
  if (place === 1) return "next";
  return place === 2 || place === 3 ? "third" : "far";
}

/**
 * What to give a sign of: a call always, a place only when it has come nearer than it ever was.
 * Who has just asked, or opens the page again, knows the place from the screen.
 *
 * @param {Stand | null} before
 * @param {Stand | null} now
 * @returns {QueueDistance | null}
 */
export function signFor(before, now) {
  if (!now) return null;
  if (now.near === "called") return before?.near === "called" && before.call === now.call ? null : "called";
  if (!before || before.request !== now.request) return null;
  return ORDER.indexOf(now.near) > ORDER.indexOf(before.near) ? now.near : null;
}

/** What to remember: how near it has been. @param {Stand | null} before @param {Stand | null} now */
export function nearest(before, now) {
  if (!before || !now || before.request !== now.request) return now;
  return ORDER.indexOf(now.near) >= ORDER.indexOf(before.near) ? now : before;
}
