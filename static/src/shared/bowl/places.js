/** Where things stand around the table: angles only; seats never rotate, never mirror. */

const RADIAN = Math.PI / 180;
const CHAIRS = 34.5; // where chairs and the queue stand, in hundredths of the bowl's width
const QUEUE = 57.5;

/** The angle of a chair in degrees, clockwise, 0 to the right. @param {number} no @param {number} count */
export function chairAngle(no, count) {
  return -90 - 180 / count + ((no - 1) * 360) / count;
}

/**
 * How many places the bowl is laid out for. While chairs close one by one, those that are left stay
 * where the furniture is.
 *
 * @param {{no: number}[]} chairs
 */
export function placesFor(chairs) {
  return Math.max(0, ...chairs.map(({ no }) => no));
}

/** The direction of an angle as style properties, from -1 to 1. @param {number} angle in degrees */
export function towards(angle) {
  return { "--x": round(Math.cos(angle * RADIAN)), "--y": round(Math.sin(angle * RADIAN)) };
}

const ROW = 60; // dots that stand well in one row
const MOST = 240; // beyond, the halo is a sample
const GAP = 12; // degrees left free on each side of the bottom, where the number is written

/**
 * One dot for each person: an SVG path in a box of 100 by 100.
 *
 * @param {number} count
 * @param {number} radius of the inner row
 * @param {number} [gap]
 * @returns {string[]} one path a row
 */
export function haloRows(count, radius, gap = GAP) {
  return haloPoints(count, radius, gap).map((row) => row.map(([x, y]) => `M${x} ${y}h0`).join(""));
}

/**
 * Where the dots are, row by row, the inner one first.
 *
 * @param {number} count
 * @param {number} radius of the inner row
 * @param {number} gap
 * @returns {[number, number][][]}
 */
export function haloPoints(count, radius, gap) {
  const dots = Math.min(count, MOST);
  const rows = dots > ROW ? [Math.ceil(dots / 2), Math.floor(dots / 2)] : [dots];
  return rows.map((many, row) => haloRow(many, radius + row * 2.5, gap));
}

/** @param {number} many @param {number} radius @param {number} gap @returns {[number, number][]} */
function haloRow(many, radius, gap) {
  const step = (360 - 2 * gap) / Math.max(many, 1);
  const angles = Array.from({ length: many }, (_, place) => 90 + gap + (place + 0.5) * step);
  return angles.map((angle) => {
    const { "--x": x, "--y": y } = towards(angle);
    return [round(50 + radius * x), round(50 + radius * y)];
  });
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 1000) / 1000;
}

const [HIGHEST, LOWEST, MIDDLE] = [-30, 6, -20]; // degrees; below 6 the last of five would be too low

/**
 * Where the queue's head is: level with the open chair.
 *
 * @param {number | null} chair the angle of the open chair
 * @returns {number} degrees on the outer arc
 */
export function headAngle(chair) {
  if (chair === null) return MIDDLE;
  const level = Math.asin((CHAIRS / QUEUE) * Math.sin(chair * RADIAN)) / RADIAN;
  return Math.min(LOWEST, Math.max(HIGHEST, level));
}

/**
 * Where somebody on the outer arc looks who looks at a chair.
 *
 * @param {number} place @param {number} chair both as angles
 * @returns {number} degrees, above -270: from swimming along the arc it is a quarter turn
 */
export function headingTo(place, chair) {
  const [from, to] = [towards(place), towards(chair)];
  const y = CHAIRS * to["--y"] - QUEUE * from["--y"];
  const x = CHAIRS * to["--x"] - QUEUE * from["--x"];
  const heading = round(Math.atan2(y, x) / RADIAN);
  return heading > 90 ? heading - 360 : heading;
}
