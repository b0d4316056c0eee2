/** Which quotes fit on the wall, and how large: short ones are set larger. */

/** @typedef {import("../wire").QuoteView} QuoteView */

/** Words up to this many letters are set in the larger size. */
const SHORT = 36;
const COLUMNS = 2;
/** In rem of the wall; letters to a line are few on purpose: what is cut off is worse than a gap. */
const COLUMN_HEIGHT = 46;
const PADDING = 2.6;
const NAME_HEIGHT = 2.4;
const LARGE = { letters: 23, line: 3.15 };
const SMALL = { letters: 30, line: 2.7 };

/** Whether a quote is set in the larger size. @param {{words: string}} quote */
export function isLarge({ words }) {
  return words.length <= SHORT;
}

/**
 * The quotes to show: the newest stays, the others go round, so that each has its time.
 *
 * @param {QuoteView[]} quotes the newest first
 * @param {number} round counts how often the wall has gone on
 * @returns {QuoteView[]}
 */
export function shownQuotes(quotes, round) {
  const fit = fitting(quotes);
  if (fit === quotes.length) return quotes;
  const [newest, ...rest] = quotes;
  const from = round % rest.length;
  const turned = [newest, ...rest.slice(from), ...rest.slice(0, from)];
  return turned.slice(0, fitting(turned));
}

/** How many fit into two columns, from the first on; at least one. @param {QuoteView[]} quotes */
export function fitting(quotes) {
  let column = 1;
  let used = 0;
  for (const [at, quote] of quotes.entries()) {
    const height = heightOf(quote, at === 0);
    if (used + height > COLUMN_HEIGHT) {
      column += 1;
      used = 0;
    }
    if (column > COLUMNS) return Math.max(1, at);
    used += height;
  }
  return quotes.length;
}

/** @param {QuoteView} quote @param {boolean} isNewest */
function heightOf(quote, isNewest) {
  const { letters, line } = isLarge(quote) && !isNewest ? LARGE : SMALL;
  const lines = Math.ceil(quote.words.length / letters);
  return lines * line + PADDING + (quote.by ? NAME_HEIGHT : 0) + (isNewest ? 2 : 0);
}
