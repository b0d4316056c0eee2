/** The minutes in which a voice was heard, for the picture of the talk so far; pure. */

/** @import {VoiceView} from "../../wire" */

const MINUTE_MS = 60_000;

/**
 * Every minute of the session clock in which somebody was heard, from 0, each once and in order.
 *
 * @param {Pick<VoiceView, "minutes" | "since_run_ms">} voice
 * @param {number} minute the one that runs now: what goes on has filled all minutes up to it
 * @returns {number[]}
 */
export function cellsOf({ minutes, since_run_ms }, minute) {
  const runs = [...(minutes ?? [])];
  if (since_run_ms !== null) runs.push([Math.floor(since_run_ms / MINUTE_MS), minute]);
  const found = new Set(runs.flatMap(([first, last]) => range(first, last)));
  return [...found].sort((one, other) => one - other);
}

/** @param {number} first @param {number} last both included */
function range(first, last) {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_none, at) => first + at);
}
