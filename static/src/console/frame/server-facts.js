/** The state of the server, in a few words each; what is unusual is marked. */

import { _, n_, language } from "../../shared/i18n/i18n.js";
import { timeOfDay } from "../log/log-lines.js";

/**
 * @typedef {object} Vitals as `fishbowl/services/vitals.py` says what it means
 * @property {number} connections
 * @property {number} lag_ms
 * @property {number | null} saved_at_ms
 * @property {number | null} free_mb
 * @property {number} clock_ahead_s
 */

/** @typedef {{words: string, matters: boolean}} Fact */

/** Later answers are noticed by whoever taps. */
const LAG_NOTICED_MS = 200;
const DISK_LOW_MB = 2_000;
const MB_IN_GB = 1_000;

/** @param {Vitals} vitals @returns {Fact[]} */
export function serverFacts({ connections, lag_ms, saved_at_ms, free_mb, clock_ahead_s }) {
  const facts = [
    { words: n_("{n} connection", "{n} connections", connections), matters: false },
    lag_ms < LAG_NOTICED_MS
      ? { words: _("answers at once"), matters: false }
      : { words: _("answers {seconds} s late", { seconds: tenths(lag_ms / 1000) }), matters: true },
    saved_at_ms === null
      ? { words: _("nothing to save yet"), matters: false }
      : { words: _("last saved at {time}", { time: timeOfDay(saved_at_ms) }), matters: false },
  ];
  if (free_mb !== null) {
    facts.push({ words: _("{size} GB free on the disk", { size: tenths(free_mb / MB_IN_GB) }), matters: free_mb < DISK_LOW_MB });
  }
  facts.push(
    clock_ahead_s
      ? { words: _("the computer’s clock was set by {seconds} s", { seconds: String(Math.abs(clock_ahead_s)) }), matters: true }
      : { words: _("clock steady"), matters: false },
  );
  return facts;
}

/** @param {number} value */
function tenths(value) {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
