/** A break: until when, in words, and the bell at its end. */

import { useEffect, useRef } from "preact/hooks";
import { ring } from "../device/bell.js";
import { formatLeft, nowMs } from "./clock.js";
import { useNow } from "../ui/hooks.js";
import { formatTime } from "./hours.js";
import { _ } from "../i18n/i18n.js";

/** @import {ClockSlice} from "../../wire" */

const BELLS = 2;
const MINUTE_MS = 60_000;

/** Whether the room rests. @param {ClockSlice} clock */
export function isBreak({ break_until_ms: until }) {
  return until !== null;
}

/** "Back at 15:40"; empty where there is no break. @param {ClockSlice} clock */
export function backWords({ break_until_ms: until }) {
  return until === null ? "" : _("Back at {time}", { time: formatTime(until) });
}

/** What is left of a break, and nothing below that. @param {ClockSlice} clock */
export function breakLeftMs({ break_until_ms: until }, atMs = nowMs()) {
  return until === null ? 0 : Math.max(0, until - atMs);
}

/** How long a break lasts yet, in words. @param {ClockSlice} clock */
export function breakLeftWords(clock, atMs = nowMs()) {
  const left = breakLeftMs(clock, atMs);
  return left > 0 ? _("{time} left", { time: formatLeft(left) }) : _("We go on in a moment.");
}

/**
 * Rings when the break is over, and counts along until then.
 *
 * @param {ClockSlice} clock
 * @param {boolean} [sounds] whether this window rings
 */
export function useBreakBell(clock, sounds = true) {
  const { break_until_ms: until } = clock;
  const atMs = useNow();
  const isOver = until !== null && breakLeftMs(clock, atMs) === 0;
  const before = useRef({ until, isOver });
  useEffect(() => {
    const { until: was, isOver: wasOver } = before.current;
    before.current = { until, isOver };
    if (sounds && isOver && !wasOver && was === until) ring(BELLS);
  }, [until, isOver]);
}

/**
 * The instant at which a clock on the wall shows a time next, or the full minute in some minutes.
 *
 * @param {string} typed like "15:40"
 * @param {number} [atMs]
 * @returns {number | null} `null` if that is no time
 */
export function instantAt(typed, atMs = nowMs()) {
  const found = /^(\d{1,2}):(\d{2})$/.exec(typed.trim());
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null;
  const date = new Date(atMs);
  date.setHours(Number(found[1]), Number(found[2]), 0, 0);
  if (date.getTime() <= atMs) date.setDate(date.getDate() + 1);
  return date.getTime();
}

/**
 * The full minute that comes after some minutes.
 *
 * @param {number} minutes
 * @param {number} [atMs]
 * @param {number} [step] of so many minutes: a room remembers 15:40, not 15:37
 */
export function instantIn(minutes, atMs = nowMs(), step = 1) {
  const stepMs = step * MINUTE_MS;
  return Math.ceil((atMs + minutes * MINUTE_MS) / stepMs) * stepMs;
}

/** A time as a field takes it, like "15:40". @param {number} ms */
export function typedTime(ms) {
  const date = new Date(ms);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}
