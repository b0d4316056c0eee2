/** Names on a wall: fitted into their places whole, as wide as this browser draws them. */

import { useEffect, useReducer } from "preact/hooks";
import { evenLines, fitCircle, fitLines } from "../shared/ui/fit.js";
import { nameOf } from "../shared/i18n/i18n.js";
import { cutName, shortName } from "../shared/ui/short-names.js";

/**
 * @import {Label} from "../wire"
 * @import {Circle, Fit} from "../shared/ui/fit.js"
 */

const FONT_PX = 100; // measured at this size
const WEIGHT = 740; // as the heaviest name
const HIGH = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Thai}|\p{Script=Devanagari}/u;
const CHAIR = { most: 0.24, radius: 0.425 };
const TABLE = { most: 0.215, radius: 0.39 };
const CALLS = { most: 0.15, radius: 0.4 }; // several at once
/** What stands under a name, in parts of the chair or the table. */
const NOTES = { chair: { letter: 0.105, line: 0.125, widest: 0.62 }, table: { letter: 0.075, line: 0.115, widest: 0.6 } };
/** A name that is smaller, in parts of its circle, is shortened: to initials, then by letters. */
const LEAST = { chair: { form: 0.145, cut: 0.13 }, table: { form: 0.088, cut: 0.1 } };
const CUT = [14, 13, 12, 11, 10, 9, 8]; // letters that are left of the longest words
const QUEUE_LINE = 5.4; // a longer name goes on in a second line, in parts of its size
const QUEUE_MOST = 8.5;

/** @type {Map<string, number>} */
const widths = new Map();
/** @type {Map<string, Fit>} */
const fits = new Map();
/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/** How wide a text is, in parts of its size. @param {string} text */
export function widthOf(text) {
  const known = widths.get(text);
  if (known !== undefined) return known;
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * 0.6;
  const family = getComputedStyle(document.documentElement).getPropertyValue("--font");
  pen.font = `${WEIGHT} ${FONT_PX}px ${family}`;
  const width = pen.measureText(text).width / FONT_PX;
  widths.set(text, width);
  return width;
}

/** Draws again when a font has come: until then another one was measured. */
export function useFonts() {
  const [, again] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useEffect(() => {
    const came = () => {
      widths.clear();
      fits.clear();
      again(undefined);
    };
    document.fonts?.addEventListener("loadingdone", came);
    return () => document.fonts?.removeEventListener("loadingdone", came);
  }, []);
}

/** How the wall fits names. @type {import("../shared/ui/fit.js").NameFits} */
export const FITS = { chair: inChair, table: onTable };

/** A name in a chair, over the notes that stand there. @param {Label} label @param {string[]} notes @returns {Fit} */
function inChair(label, notes) {
  return kept(`chair ${nameOf(label)} ${label.name.length} ${notes}`, () => {
    const full = nameOf(label);
    const circle = { ...CHAIR, line: lineOf(full), ...noteIn("chair", notes) };
    return fitted([full, shortName(label)], label, circle, LEAST.chair);
  });
}

/** Whoever speaks or is called, on the table. @param {Label} label @param {string} note @returns {Fit} */
export function onTable(label, note) {
  return kept(`table ${nameOf(label)} ${label.name.length} ${note}`, () => {
    const full = nameOf(label);
    const circle = { ...TABLE, line: lineOf(full), ...noteIn("table", [note]) };
    return fitted([full, shortName(label)], label, circle, LEAST.table);
  });
}

/** Words of ours on the table. @param {string} words @param {string} note @returns {Fit} */
export function wordsOnTable(words, note) {
  const circle = { ...TABLE, line: lineOf(words), ...noteIn("table", [note]) };
  return kept(`words ${words} ${note}`, () => fitCircle(words, widthOf, circle));
}

/** Several lines on the table. @param {string[]} lines @returns {Fit} */
export function linesOnTable(lines) {
  const circle = { ...CALLS, line: 1.3 };
  return kept(`lines ${lines.join("\n")}`, () => fitLines(lines, widthOf, circle));
}

/** A name in the queue: one line or two, and how wide the wider one is. @param {Label} label */
export function inQueue(label) {
  const full = nameOf(label);
  const [name = full] = [full, shortName(label)].filter((one) => widest(evenLines(one, 2, widthOf)) <= QUEUE_MOST);
  const lines = widthOf(name) <= QUEUE_LINE ? [name] : evenLines(name, 2, widthOf);
  return { lines, width: widest(lines) };
}

/** @param {string[]} lines */
function widest(lines) {
  return Math.max(...lines.map(widthOf));
}

/** The first of several forms of a name that is large enough; else the name with fewer letters. @param {string[]} forms @param {Label} label @param {Circle} circle @param {{form: number, cut: number}} least */
function fitted(forms, label, circle, least) {
  const tried = forms.map((form) => fitCircle(form, widthOf, circle));
  const large = tried.find(({ size }) => size >= least.form);
  if (large) return large;
  const largest = tried.reduce((best, fit) => (fit.size > best.size ? fit : best));
  if (largest.size >= least.cut) return largest;
  const cut = CUT.map((letters) => fitCircle(cutName(label, letters), widthOf, circle));
  return cut.find(({ size }) => size >= least.cut) ?? cut[cut.length - 1];
}

/** @param {"chair" | "table"} where @param {string[]} notes @returns {Pick<Circle, "note">} */
function noteIn(where, notes) {
  const { letter, line, widest } = NOTES[where];
  const written = notes.filter(Boolean).map((note) => widthOf(note) * letter);
  if (!written.length) return {};
  const lines = written.reduce((sum, width) => sum + Math.ceil(width / widest), 0);
  const width = Math.min(widest, Math.max(...written));
  return { note: { height: lines * line, width } };
}

/** Scripts that reach further above and below the line need more of it. @param {string} text */
function lineOf(text) {
  return HIGH.test(text) ? 1.28 : 1.04;
}

/** @param {string} key @param {() => Fit} make @returns {Fit} */
function kept(key, make) {
  const known = fits.get(key);
  if (known) return known;
  const made = make();
  fits.set(key, made);
  return made;
}
