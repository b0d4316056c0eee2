/** Which quotes fit on the wall, and how large: short ones are set larger. */

/** @typedef {import("../wire").QuoteView} QuoteView */

/** Words up to this many letters are set in the larger size. */
const SHORT = 36;
const COLUMNS = 2;
const PADDING = 2.6;
const NAME_HEIGHT = 2.4;
/**
 * In rem of the wall; letters to a line are few on purpose: what is cut off is worse than a gap.
 *
 * @typedef {{column: number, large: {letters: number, line: number}, small: {letters: number, line: number}}} Measures
 */
/** @type {Measures} */
const WIDE_WALL = { column: 46, large: { letters: 23, line: 3.15 }, small: { letters: 30, line: 2.7 } };
/** @type {Measures} */
const SQUARE_WALL = { column: 52, large: { letters: 17, line: 3.15 }, small: { letters: 22, line: 2.7 } };

/** Whether a quote is set in the larger size. @param {{words: string}} quote */
export function isLarge({ words }) {
  return words.length <= SHORT;
}

/**
 * The quotes to show: the newest stays, the others go round, so that each has its time.
 *
 * @param {QuoteView[]} quotes the newest first
 * @param {number} round counts how often the wall has gone on
 * @param {boolean} [isSquare] whether the wall is 4 to 3
 * @returns {QuoteView[]}
 */
export function shownQuotes(quotes, round, isSquare = false) {
  const fit = fitting(quotes, isSquare);
  if (fit === quotes.length) return quotes;
  const [newest, ...rest] = quotes;
  const from = round % rest.length;
  const turned = [newest, ...rest.slice(from), ...rest.slice(0, from)];
  return turned.slice(0, fitting(turned, isSquare));
}

/** How many fit into two columns, from the first on; at least one. @param {QuoteView[]} quotes @param {boolean} [isSquare] */
export function fitting(quotes, isSquare = false) {
  const measures = isSquare ? SQUARE_WALL : WIDE_WALL;
  let column = 1;
  let used = 0;
  for (const [at, quote] of quotes.entries()) {
    const height = heightOf(quote, at === 0, measures);
    if (used + height > measures.column) {
      column += 1;
      used = 0;
    }
    if (column > COLUMNS) return Math.max(1, at);
    used += height;
  }
  return quotes.length;
}

/** @param {QuoteView} quote @param {boolean} isNewest @param {Measures} measures */
function heightOf(quote, isNewest, { large, small }) {
  const { letters, line } = isLarge(quote) && !isNewest ? large : small;
  const lines = Math.ceil(quote.words.length / letters);
  return lines * line + PADDING + (quote.by ? NAME_HEIGHT : 0) + (isNewest ? 2 : 0);
}
