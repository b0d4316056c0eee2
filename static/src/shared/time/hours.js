/** When phones may join, and dates in words. */

import { nowMs } from "./clock.js";
import { language } from "../i18n/i18n.js";

/** @typedef {"early" | "open" | "late"} Doors */

/**
 * Whether somebody new may join now.
 *
 * @param {{opens_at_ms: number, closes_at_ms: number}} session
 * @returns {Doors}
 */
export function doorsAt({ opens_at_ms, closes_at_ms }, atMs = nowMs()) {
  if (atMs < opens_at_ms) return "early";
  return closes_at_ms && atMs >= closes_at_ms ? "late" : "open";
}

/** Whether two instants are on one day of the reader's calendar. @param {number} one @param {number} other */
export function sameDay(one, other) {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** A time of the day. @param {number} ms */
export function formatTime(ms) {
  return format(ms, { hour: "2-digit", minute: "2-digit" });
}

/** A day of the year. @param {number} ms */
export function formatDay(ms) {
  return format(ms, { weekday: "long", day: "numeric", month: "long" });
}

/** A date that may be far away. @param {number} ms */
export function formatDate(ms) {
  return format(ms, { day: "numeric", month: "long", year: "numeric" });
}

/** @param {number} ms @param {Intl.DateTimeFormatOptions} how */
function format(ms, how) {
  return new Intl.DateTimeFormat(language(), how).format(new Date(ms));
}
