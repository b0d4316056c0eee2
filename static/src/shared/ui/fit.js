/**
 * Fits words into small places without breaking any of them: which words stand in which line, and
 * how large they can be. Pure; how wide a text is is asked of whoever calls, in parts of its size.
 */

/**
 * @typedef {(text: string) => number} WidthOf in parts of the text's size
 * @typedef {{lines: string[], size: number}} Fit the size in parts of the circle's width
 * @typedef {object} NameFits how a wall fits names into its places
 * @property {(label: import("../../wire").Label, notes: string[]) => Fit} chair
 * @property {(label: import("../../wire").Label, note: string) => Fit} table
 * @typedef {object} Circle
 * @property {number} most the largest size that is wanted
 * @property {number} radius up to where words may reach; half the circle's width at most
 * @property {number} line from one line to the next, in parts of the size
 * @property {{height: number, width: number}} [note] what stands under the words, in parts of the circle
 */

const LINES_MOST = 4;
const INK = 0.36; // half a letter's height, in parts of its size
const WORTH_A_LINE = 1.08; // a further line has to make the words this much larger
const STEPS = 14; // halvings: a ten-thousandth of the circle
const PIECES = /[^\s-]*(?:-+|\s+|$)/gu;
const INITIAL = /^[^\s-]{0,2}-$/u; // as in "H.-L.", which stays together
const TWIN = /^\(\d+\)/; // tells two people of one name apart
const TOGETHER = 4; // signs of a name that blanks set apart already
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/; // scripts that set no blanks between words

/**
 * The largest words in a circle.
 *
 * @param {string} text
 * @param {WidthOf} widthOf
 * @param {Circle} circle
 * @returns {Fit}
 */
export function fitCircle(text, widthOf, circle) {
  const pieces = piecesOf(text);
  let best = fitLines([text], widthOf, circle);
  for (let count = 2; count <= Math.min(LINES_MOST, pieces.length); count += 1) {
    const fit = fitLines(inLines(pieces, count, widthOf), widthOf, circle);
    if (fit.size > best.size * WORTH_A_LINE) best = fit;
  }
  return best;
}

/**
 * The largest size of given lines in a circle.
 *
 * @param {string[]} lines
 * @param {WidthOf} widthOf
 * @param {Circle} circle
 * @returns {Fit}
 */
export function fitLines(lines, widthOf, circle) {
  const widths = lines.map(widthOf);
  if (isInside(widths, circle.most, circle)) return { lines, size: circle.most };
  let [fits, size] = [0, circle.most];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (fits + size) / 2;
    if (isInside(widths, middle, circle)) fits = middle;
    else size = middle;
  }
  return { lines, size: fits };
}

/** @param {number[]} widths @param {number} size @param {Circle} circle */
function isInside(widths, size, { radius, line, note }) {
  const under = note?.height ?? 0;
  const top = -(widths.length * line * size + under) / 2;
  const inside = widths.every((width, place) => {
    const middle = top + (place + 0.5) * line * size;
    return Math.hypot((width * size) / 2, Math.abs(middle) + INK * size) <= radius;
  });
  return inside && (!note || Math.hypot(note.width / 2, -top) <= radius);
}

/**
 * The lines of a text, at most so many, as even as its words allow.
 *
 * @param {string} text
 * @param {number} most
 * @param {WidthOf} widthOf
 */
export function evenLines(text, most, widthOf) {
  const pieces = piecesOf(text);
  return inLines(pieces, Math.min(most, pieces.length), widthOf);
}

/**
 * Where a text may go on in the next line: at blanks, after the hyphen of two words, between the
 * signs of scripts without blanks.
 *
 * @param {string} text
 * @returns {string[]} with the blanks at their ends
 */
function piecesOf(text) {
  /** @type {string[]} */
  const pieces = [];
  for (const piece of text.match(PIECES) ?? [text]) {
    const last = pieces[pieces.length - 1];
    const belongs = last !== undefined && (INITIAL.test(last) || TWIN.test(piece));
    if (belongs) pieces[pieces.length - 1] = last + piece;
    else pieces.push(...(WIDE.test(piece) && [...piece].length > TOGETHER ? piece : [piece]));
  }
  return pieces;
}

/** The narrowest lines, so many at most. @param {string[]} pieces @param {number} count @param {WidthOf} widthOf */
function inLines(pieces, count, widthOf) {
  let best = [pieces.join("")];
  const starts = pieces.map((_piece, start) => start);
  const widths = new Set(
    starts.flatMap((from) => starts.slice(from).map((to) => widthOf(pieces.slice(from, to + 1).join("").trimEnd()))),
  );
  for (const most of [...widths].sort((one, other) => one - other)) {
    const lines = filled(pieces, most, widthOf);
    if (lines.length <= count && lines.every((line) => widthOf(line) <= most)) {
      best = lines;
      break;
    }
  }
  return best.map((line) => line.trim());
}

/** @param {string[]} pieces @param {number} most @param {WidthOf} widthOf */
function filled(pieces, most, widthOf) {
  const [first = "", ...rest] = pieces;
  const lines = [first];
  for (const piece of rest) {
    const longer = lines[lines.length - 1] + piece;
    if (widthOf(longer.trimEnd()) <= most) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
