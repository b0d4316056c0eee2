import { ABOVE, BELOW, VOICES_TO_COMPARE } from "../limits.js";

/**
 * How well the talk is shared, counted on from the sums that the server sends; pure.
 *
 * The same figures as `domain/equity.py`, which says what they mean; here they run with the clock.
 */

/**
 * @import {TalkView, VoiceSum, VoiceView} from "../../wire"
 * @typedef {"below" | "above"} Mark
 * @typedef {object} Figures
 * @property {number} totalMs
 * @property {number} gini
 * @property {VoiceView | null} loudest who has talked most
 * @property {number} loudestShare from 0 to 1
 * @property {VoiceView | null} longest whose one turn was the longest
 * @property {number} longestMs
 * @property {number} firstTimers
 * @property {number} facilitatorShare of everything that was said, the facilitator included; 0 where time on chairs counts
 * @property {Map<number, Mark>} marks by person
 */

const WELL_SHARED = 0.25;
const FEW_VOICES = 0.45;
/** Before this much was said, no figure means anything. */
export const ENOUGH_MS = 60_000;

/** How long a voice has talked. @param {VoiceSum} voice @param {number} runMs the session clock now */
export function talkMs({ talk_ms, since_run_ms }, runMs) {
  return talk_ms + openMs(since_run_ms, runMs);
}

/** @param {TalkView} talk @param {number} runMs @returns {Figures} */
export function figuresOf(talk, runMs) {
  const talks = talk.voices.map((voice) => talkMs(voice, runMs));
  const totalMs = talks.reduce((sum, ms) => sum + ms, 0);
  const longests = talk.voices.map(({ longest_ms, since_run_ms }) =>
    Math.max(longest_ms, openMs(since_run_ms, runMs)),
  );
  const most = talks.length ? Math.max(...talks) : 0;
  const longestMs = longests.length ? Math.max(...longests) : 0;
  const ownMs = talk.facilitator_ms + openMs(talk.facilitator_since_run_ms, runMs);
  return {
    totalMs,
    gini: gini(talks),
    loudest: most > 0 ? talk.voices[talks.indexOf(most)] : null,
    loudestShare: totalMs > 0 ? most / totalMs : 0,
    longest: longestMs > 0 ? talk.voices[longests.indexOf(longestMs)] : null,
    longestMs,
    firstTimers: talk.voices.filter(({ first }) => first).length,
    facilitatorShare: talk.tracked && ownMs > 0 ? ownMs / (ownMs + totalMs) : 0,
    marks: marksOf(talk, talks),
  };
}

/** 0 if all talk the same, towards 1 if one voice has everything. @param {number[]} talks */
export function gini(talks) {
  const total = talks.reduce((sum, ms) => sum + ms, 0);
  if (total <= 0) return 0;
  const sorted = [...talks].sort((one, other) => one - other);
  const weighted = sorted.reduce((sum, ms, index) => sum + (index + 1) * ms, 0);
  return (2 * weighted) / (talks.length * total) - (talks.length + 1) / talks.length;
}

/** Which words fit a Gini. @param {number} value @returns {"well" | "fairly" | "few"} */
export function sharedHow(value) {
  if (value < WELL_SHARED) return "well";
  return value < FEW_VOICES ? "fairly" : "few";
}

/** @param {TalkView} talk @param {number[]} talks @returns {Map<number, Mark>} */
function marksOf({ voices }, talks) {
  /** @type {Map<number, Mark>} */
  const marks = new Map();
  if (talks.length < VOICES_TO_COMPARE) return marks;
  const middle = median(talks);
  voices.forEach(({ person }, index) => {
    if (talks[index] < BELOW * middle) marks.set(person.id, "below");
    else if (talks[index] > ABOVE * middle) marks.set(person.id, "above");
  });
  return marks;
}

/** @param {number[]} values at least one */
function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** @param {number | null} since @param {number} runMs */
function openMs(since, runMs) {
  return since === null ? 0 : Math.max(0, runMs - since);
}
