/**
 * What a display shows while it stands: for everybody because the session says so, or this window
 * alone because somebody at its own keyboard does and no console in this browser has heard.
 */

import { useEffect, useReducer, useRef } from "preact/hooks";
import { nowMs } from "../shared/time/clock.js";

/**
 * @import {DisplaySlices, Showing, SignalsMessage} from "../wire"
 * @typedef {{slices: DisplaySlices, signals: SignalsMessage, standsAtMs: number | null, isBlank: boolean}} Kept
 */

/** What the keyboard of this window has asked for. */
export class Still {
  /** @type {Showing} */
  showing = "live";
  #changed = () => {};

  /** The same again takes it back. @param {Showing} showing */
  toggle(showing) {
    this.showing = this.showing === showing ? "live" : showing;
    this.#changed();
  }

  /** @param {() => void} changed */
  onChange(changed) {
    this.#changed = changed;
  }
}

const ALONE = new Still();

/**
 * @param {Still | undefined} still
 * @param {DisplaySlices} slices
 * @param {SignalsMessage} signals
 * @returns {Kept}
 */
export function useStill(still = ALONE, slices, signals) {
  const [, again] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => still.onChange(() => again(undefined)), [still]);
  const { showing, stands_at_ms: standsAtMs } = slices.wall;
  const isBlank = showing === "blank" || still.showing === "blank";
  const here = useRef(signals);
  if (showing !== "frozen") here.current = signals;
  const own = useRef(/** @type {Kept | null} */ (null));
  if (still.showing !== "frozen") own.current = null;
  else own.current ??= { slices, signals: here.current, standsAtMs: standsAtMs ?? nowMs(), isBlank };
  return own.current ?? { slices, signals: here.current, standsAtMs, isBlank };
}
