/** Session time: faces are sent instants and count by themselves; nothing ticks on the wire. */

import { n_ } from "../i18n/i18n.js";

/** @typedef {import("../../wire").ClockSlice} ClockSlice */

/** Where the clocks of this face stand, while they do. @type {number | null} */
let stands = null;

let base = { session: 0, wall: 0, rate: 1, known: false };

/**
 * Sets the idea of session time from a `view` message.
 *
 * @param {{now_ms: number, rate: number}} message
 * @param {number} wallMs when it arrived. Not `performance.now()`, which stands while a phone sleeps.
 */
export function sync(message, wallMs = Date.now()) {
  base = { session: message.now_ms, wall: wallMs, rate: message.rate, known: true };
}

/** Lets all clocks of this face stand at an instant, or go on. @param {number | null} atMs */
export function standAt(atMs) {
  stands = atMs;
}

/** Session time in milliseconds since 1970. @param {number} wallMs */
export function nowMs(wallMs = Date.now()) {
  if (stands !== null) return stands;
  return base.known ? base.session + (wallMs - base.wall) * base.rate : wallMs;
}

/** Whether session time runs as fast as a wall clock; a rehearsal may run faster. */
export function rate() {
  return base.rate;
}

/**
 * How long the session has run, pauses not counted; 0 before the start.
 *
 * @param {ClockSlice} clock
 * @param {number} atMs
 */
export function runningMs(clock, atMs = nowMs()) {
  if (clock.started_at_ms === null) return 0;
  const ends = [atMs, clock.paused_at_ms, clock.closed_at_ms].filter((end) => end !== null);
  return Math.max(0, Math.min(...ends) - clock.started_at_ms - clock.paused_ms);
}

/** What is left of the planned time, negative when it is over. @param {ClockSlice} clock */
export function leftMs(clock, atMs = nowMs()) {
  return clock.planned_ms - runningMs(clock, atMs);
}

/** A time that has passed, like "4:12" or "1:04:12". @param {number} ms */
export function formatClock(ms) {
  return clockFace(Math.floor(Math.abs(ms) / 1000));
}

/** A time that is left: it shows 0:01 until it is really over. @param {number} ms */
export function formatLeft(ms) {
  return clockFace(Math.ceil(Math.abs(ms) / 1000));
}

/** A time in whole minutes, at least one, as words. @param {number} ms */
export function formatMinutes(ms) {
  const n = Math.max(1, Math.round(Math.abs(ms) / 60_000));
  return n_("{n} minute", "{n} minutes", n);
}

/** @param {number} seconds */
function clockFace(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] > 0 ? parts : parts.slice(1);
  return shown.map((part, place) => (place > 0 ? String(part).padStart(2, "0") : part)).join(":");
}
