/** How many topics of a ballot can be read from the last row, one below the other; pure. */

const MOST = 6;
const RAGGED = 1.12; // lines end where words do, so a title takes more of them than its width says
const PADDING = 2.3;
const DOTS = 1.8;
const NOTE = 2.1;
const REST = 4.4; // the line about those that are left out
const LINE = 1.12;
const SIZE = { lead: 3.1, usual: 2.5 }; // as in the style, in rem of the wall

/** What a wall has room for, in rem: the width of a title, and the height of all. */
const WIDE_WALL = { title: 69, all: 47 };
const SQUARE_WALL = { title: 53, all: 54.5 };

/**
 * @typedef {{title: string, leads: boolean, noted: boolean}} Row `noted`: a line stands under the title
 */

/**
 * @param {Row[]} rows in their order
 * @param {import("../shared/ui/fit.js").WidthOf} widthOf
 * @param {boolean} isSquare whether the wall is 4 to 3
 * @returns {number} how many are shown; where it is not all, a line tells how many more there are
 */
export function rowsShown(rows, widthOf, isSquare) {
  const wall = isSquare ? SQUARE_WALL : WIDE_WALL;
  let used = 0;
  for (const [at, { title, leads, noted }] of rows.entries()) {
    const size = leads ? SIZE.lead : SIZE.usual;
    const lines = Math.ceil((widthOf(title) * size * RAGGED) / wall.title);
    used += PADDING + DOTS + lines * size * LINE + (noted ? NOTE : 0);
    const rest = at + 1 < rows.length ? REST : 0;
    if (used + rest > wall.all || (at + 1 === MOST && rest > 0)) return Math.max(1, at);
  }
  return rows.length;
}
