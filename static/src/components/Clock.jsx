import { formatClock, formatLeft, leftMs, runningMs } from "../lib/clock.js";
import { useNow } from "../lib/hooks.js";

/** @typedef {import("../wire").ClockSlice} ClockSlice */

/**
 * What is left of the session, counting down; over the planned time, how far.
 *
 * @param {{clock: ClockSlice}} props
 */
export function TimeLeft({ clock }) {
  const left = leftMs(clock, useNow());
  return <span role="timer">{left < 0 ? formatClock(left) : formatLeft(left)}</span>;
}

/**
 * How long ago something on the session clock was: a seated time, a topic's time.
 *
 * @param {{clock: ClockSlice, since: number}} props `since`: a `…_run_ms`
 */
export function TimeSince({ clock, since }) {
  return <span role="timer">{formatClock(Math.max(0, runningMs(clock, useNow()) - since))}</span>;
}

/** What is left until a deadline on the session clock. @param {{clock: ClockSlice, until: number}} props */
export function TimeUntil({ clock, until }) {
  return <span role="timer">{formatLeft(Math.max(0, until - runningMs(clock, useNow())))}</span>;
}
