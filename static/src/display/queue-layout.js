/** Where the queue is on the wall's outer arc: as many as can be read, one below the other; pure. */

const RADIAN = Math.PI / 180;
const MOST = 5; // beyond, four and a number
const FEW = 2; // who wait beside a QR that can be scanned from further back

/**
 * Heights in parts of the arc's radius, with the air between: a name of one line with what it
 * brings, each further line, the number at the end, and how far down all of it may go.
 *
 * @typedef {{one: number, line: number, more: number, floor: number, fewHead: number, highest: number}} Measures
 *   `fewHead`: how far down the first may be, in degrees, where few wait; `highest`: how far up, so
 *   that the words above are below both clocks
 */

/** @type {Measures} */
const WIDE_WALL = { one: 0.162, line: 0.09, more: 0.1, floor: 0.93, fewHead: -22, highest: -25 };
/** @type {Measures} */
const SQUARE_WALL = { one: 0.21, line: 0.122, more: 0.13, floor: 0.91, fewHead: -26, highest: -30 };

/** Whether so few wait that the QR has the room of the others. @param {number} count */
export function isFew(count) {
  return count <= FEW;
}

/**
 * @param {number[]} lines of the names of the first who wait
 * @param {number} count of all who wait
 * @param {number} level where the first would be level with the open chair, in degrees
 * @param {boolean} isSquare whether the wall is 4 to 3, where letters are larger beside the bowl
 * @returns {{angles: number[], heading: number, more: number | null}} where those are who are shown,
 *   the words above them, and the number of the others
 */
export function queueLayout(lines, count, level, isSquare) {
  const measures = isSquare ? SQUARE_WALL : WIDE_WALL;
  const heights = lines.map((many) => measures.one + (many - 1) * measures.line);
  const wanted = isFew(count) ? Math.min(level, measures.fewHead) : level;
  const first = Math.sin(Math.max(wanted, measures.highest) * RADIAN);
  const heading = degrees(first - (heights[0] ?? measures.one) / 2 - measures.more / 2);
  for (let shown = Math.min(lines.length, count > MOST ? MOST - 1 : MOST); shown > 0; shown -= 1) {
    const places = stacked(first, heights.slice(0, shown));
    const below = places[shown - 1] + heights[shown - 1] / 2;
    const isAll = shown === count;
    if (shown > 1 && below + (isAll ? 0 : measures.more) > measures.floor) continue;
    return { angles: places.map(degrees), heading, more: isAll ? null : degrees(below + measures.more / 2) };
  }
  return { angles: [], heading, more: null };
}

/** @param {number} first @param {number[]} heights */
function stacked(first, heights) {
  const places = [first];
  for (let place = 1; place < heights.length; place += 1) {
    places.push(places[place - 1] + (heights[place - 1] + heights[place]) / 2);
  }
  return places;
}

/** The angle at a height on the arc. @param {number} height */
function degrees(height) {
  return Math.asin(Math.min(1, Math.max(-1, height))) / RADIAN;
}
