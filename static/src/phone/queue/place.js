/** The place in the queue, found on the phone from its own request: everybody gets the same list. */

/**
 * @param {{requests: string}} queue
 * @returns {number} how many wait
 */
export function waitingCount(queue) {
  return ids(queue.requests).length;
}

/**
 * @param {{requests: string}} queue
 * @param {number} request
 * @returns {number} the place from 1; 0 if the request does not wait
 */
export function placeOf(queue, request) {
  return ids(queue.requests).indexOf(String(request)) + 1;
}

/**
 * The places to draw around the own one: two before and two after, as far as somebody is there.
 *
 * @param {number} place
 * @param {number} count how many wait
 * @returns {(number | null)[]} five slots with the own place in the middle
 */
export function placesAround(place, count) {
  return [-2, -1, 0, 1, 2].map((step) => {
    const other = place + step;
    return other >= 1 && other <= count ? other : null;
  });
}

/** @param {string} column */
function ids(column) {
  return column.split(" ").filter(Boolean);
}

/**
 * Those behind to whom one could give the place: as far as they are named, else just the next one.
 *
 * @param {{requests: string, next: import("../../wire").Label[]}} queue
 * @param {number} request
 * @returns {{request: number, label: import("../../wire").Label | null}[]}
 */
export function behindMe(queue, request) {
  const place = placeOf(queue, request);
  if (!place) return [];
  const behind = ids(queue.requests).slice(place).map(Number);
  const named = queue.next.slice(place).map((label, index) => ({ request: behind[index], label }));
  if (named.length) return named;
  return behind.slice(0, 1).map((next) => ({ request: next, label: null }));
}
