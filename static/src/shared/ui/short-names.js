/** Names in small places: never an ellipsis, never smaller than can be read. */

import { nameOf } from "../i18n/i18n.js";

/** @typedef {import("../../wire").Label} Label */
/** @typedef {"" | "m" | "l" | "xl"} Size how far the text steps down */

/** @type {Size[]} */
const SIZES = ["", "m", "l", "xl"];

const ROOMY = 16; // letters that go into a chair as they were typed
const LONG_WORD = /[^\s-]{11,}/gu; // more than ten letters are wider than a chair on a phone
const CUT = 8;
const PARTICLES = /^\p{Ll}/u; // von, de, van der: "v.", "d.", "v. d."
const COMPOUND = /(?:(?:عبد|أبو|ابو|أم|ابن|بن|بنت|آل) +)*\S+/gu; // one name in two words, as عبد الرحمن
const ARTICLE = /^ال(?=\p{Script=Arabic}{2})/u;
const TALL = /\p{Script=Arabic}/u;
const WORD = /[^\s-]+/gu;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g;

/**
 * A name as it goes into a chair: "Maximiliane von Habsburg-Lothringen" becomes
 * "Maximiliane v. H.-L.".
 *
 * @param {Label} label
 */
export function shortName(label) {
  const full = nameOf(label);
  if (full.length <= ROOMY || !label.name) return full;
  const twin = full.slice(label.name.length);
  const [first, ...others] = label.name.match(COMPOUND) ?? [];
  const short = others.map((word) => (PARTICLES.test(word) ? `${letter(word)}.` : initialsOf(word)));
  return [first, ...short].join(" ") + twin;
}

/** A name for a chair on a phone: words that do not fit are cut, as in "Bartholo.". @param {Label} label */
export function briefName(label) {
  return shortName(label).replace(LONG_WORD, (word) => `${word.slice(0, CUT)}.`);
}

/** A name whose words have at most so many letters, as in "Wolfeschlegel.". @param {Label} label @param {number} most */
export function cutName(label, most) {
  return shortName(label).replace(WORD, (word) => {
    const letters = [...word];
    return letters.length > most ? `${letters.slice(0, most - 1).join("")}.` : word;
  });
}

/** Letters, counted as wide as they are. @param {string} text */
function widthOf(text) {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

/**
 * The step of size at which the longest word of a text still fits.
 *
 * @param {string} text
 * @param {number[]} [steps] letters up to which each size does
 * @returns {Size}
 */
export function sizeFor(text, steps = [7, 9, 11]) {
  const words = text.split(/[\s-]+/);
  const longest = Math.max(...words.map(widthOf));
  const least = words.length > 2 && TALL.test(text) ? 1 : 0; // three lines
  return SIZES[Math.max(least, steps.filter((step) => longest > step).length)];
}

/**
 * The step of size for a sentence of a certain length; a Chinese or Japanese letter is as wide as two.
 *
 * @param {string} text
 * @param {number[]} steps letters up to which each size does
 * @returns {Size}
 */
export function sizeByLength(text, steps) {
  return SIZES[steps.filter((step) => widthOf(text) > step).length];
}

/** @param {string} name of one word, or the last of several */
function initialsOf(name) {
  return (name.split(/\s/).pop() ?? "")
    .replace(ARTICLE, "")
    .split("-")
    .filter(Boolean)
    .map((part) => `${letter(part)}.`)
    .join("-");
}

/** @param {string} word */
function letter(word) {
  return [...word][0] ?? "";
}
