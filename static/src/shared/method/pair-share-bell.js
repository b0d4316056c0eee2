/** Rings when a pair share goes from one step to the next, wherever a window may sound. */

import { useEffect, useReducer, useRef } from "preact/hooks";
import { canRing, ring, watchBell } from "../device/bell.js";
import { runningMs } from "../time/clock.js";
import { useNow } from "../ui/hooks.js";
import { pairStep } from "./run-of-show.js";

const BELLS = { think: 0, first: 1, second: 1, recall: 2 };

/**
 * The step that goes on, with a bell at every change.
 *
 * @param {import("../../wire").RunSlice} run
 * @param {import("../../wire").ClockSlice} clock
 * @param {boolean} [sounds] whether this window rings
 */
export function usePairStep(run, clock, sounds = true) {
  const step = pairStep(run, runningMs(clock, useNow()));
  const name = step?.step ?? null;
  const before = useRef(name);
  useEffect(() => {
    const changed = before.current !== null && name !== null && before.current !== name;
    before.current = name;
    if (changed && sounds) ring(BELLS[name]);
  }, [name]);
  return step;
}

/** Whether this window's bell would be heard now. */
export function useBell() {
  const [, again] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => watchBell(() => again(undefined)), []);
  return canRing();
}
