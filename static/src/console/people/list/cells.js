/** Takes a list apart: lines, and the cells of each, with or without quotes. */

/** What can stand between two cells; `""`: nothing, every line is one cell. */
export const SEPARATORS = /** @type {const} */ ([",", ";", "\t", ""]);

/** @typedef {(typeof SEPARATORS)[number]} Separator */

/** What stands before a name in a list that was copied from a document, or written by hand. */
const BULLETS = /^[ \t]*(?:[•·*‣▪–—-]|\d{1,4}[.)])[ \t]+/gmu;
/** A name has a comma here and there ("Sammy Davis, Jr."); a list with groups has more of them. */
const SOME = 0.2;
/** So many lines show what stands between the cells. */
const SAMPLE = 50;

/**
 * Guess what stands between the cells: what parts most lines into equally many.
 * @param {string} text
 * @returns {Separator}
 */
export function separatorOf(text) {
  /** @type {{separator: Separator, score: number}} */
  let best = { separator: "", score: 0 };
  for (const separator of /** @type {const} */ (["\t", ";", ","])) {
    const rows = cellsOf(text, separator).slice(0, SAMPLE);
    const parted = rows.filter((row) => row.length > 1).length;
    const score = parted / Math.max(1, rows.length) + evenness(rows) / 2;
    const least = separator === "," ? rows.length * SOME : 1;
    if (parted >= least && score > best.score) best = { separator, score };
  }
  return best.separator;
}

/**
 * The cells of every line that is not empty, without blanks around them.
 * @param {string} text
 * @param {Separator} separator
 * @returns {string[][]}
 */
export function cellsOf(text, separator) {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replace(BULLETS, "");
  const rows = separator ? (quoted(plain, separator) ?? bare(plain, separator)) : plain.split("\n").map((line) => [line]);
  return rows.map((row) => row.map(tidy)).filter((row) => row.some(Boolean));
}

/** How many of the lines that are parted have as many cells as most of them. @param {string[][]} rows */
function evenness(rows) {
  const counts = new Map();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / Math.max(1, rows.length);
}

/** Cells as in RFC 4180; `null` where a quote is opened and never closed: then it is no quote. @param {string} text @param {string} separator @returns {string[][] | null} */
function quoted(text, separator) {
  const rows = [[""]];
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    const row = rows[rows.length - 1];
    const cell = row.length - 1;
    if (isQuoted) {
      if (sign !== '"') row[cell] += sign;
      else if (text[at + 1] === '"') row[cell] += text[++at];
      else isQuoted = false;
    } else if (sign === '"' && !row[cell].trim()) {
      row[cell] = "";
      isQuoted = true;
    } else if (sign === separator) row.push("");
    else if (sign === "\n") rows.push([""]);
    else row[cell] += sign;
  }
  return isQuoted ? null : rows;
}

/** @param {string} text @param {string} separator */
function bare(text, separator) {
  return text.split("\n").map((line) => line.split(separator));
}

/** One blank where there were several, none around. @param {string} cell */
function tidy(cell) {
  return cell.replace(/(?:\s|\u200e|\u200f)+/g, " ").trim();
}
