/** What ties components to the room and to time. */

import { useEffect, useReducer } from "preact/hooks";
import { nowMs } from "../time/clock.js";

/**
 * Renders again after every change of the room.
 *
 * @template {{subscribe: (listener: () => void) => () => void}} R
 * @param {R} room
 * @returns {R}
 */
export function useRoom(room) {
  const [, again] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => {
    again(undefined); // something may have come between the first rendering and now
    return room.subscribe(() => again(undefined));
  }, [room]);
  return room;
}

/**
 * Session time, rendered again and again. All who ask for the same interval step together.
 *
 * @param {number} intervalMs
 */
export function useNow(intervalMs = 1000) {
  const [, again] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => {
    /** @type {number} */
    let timer;
    const step = () => {
      timer = setTimeout(step, intervalMs - (Date.now() % intervalMs));
      again(undefined);
    };
    timer = setTimeout(step, intervalMs - (Date.now() % intervalMs));
    return () => clearTimeout(timer);
  }, [intervalMs]);
  return nowMs();
}
