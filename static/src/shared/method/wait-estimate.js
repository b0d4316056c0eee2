/** About how long a place will wait, as a range: from the pace that the server has worked out. */

import { _, n_ } from "../i18n/i18n.js";

const MINUTE_MS = 60_000;

/**
 * @param {import("../../wire").PaceView | null} pace
 * @param {number} place from 1
 * @returns {string} empty while nothing can be said
 */
export function waitWords(pace, place) {
  if (!pace || place < 1) return "";
  const before = Math.max(0, place - pace.free);
  if (!before) return _("any moment now");
  const from = Math.max(1, Math.floor((before * pace.low_ms) / MINUTE_MS));
  const to = Math.max(from, Math.ceil((before * pace.high_ms) / MINUTE_MS));
  if (from === to) return n_("about one minute", "about {n} min", to);
  return _("about {from} to {to} min", { from, to });
}
