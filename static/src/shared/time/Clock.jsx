import { formatClock, formatLeft, leftMs } from "./clock.js";
import { useNow } from "../ui/hooks.js";

/** @typedef {import("../../wire").ClockSlice} ClockSlice */

/**
 * What is left of the session, counting down; over the planned time, how far.
 *
 * @param {{clock: ClockSlice}} props
 */
export function TimeLeft({ clock }) {
  const left = leftMs(clock, useNow());
  return <span role="timer">{left < 0 ? formatClock(left) : formatLeft(left)}</span>;
}
