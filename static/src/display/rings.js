/** Ripples that stay off the words: whole rings, or arcs at their sides; pure. */

const RADIAN = Math.PI / 180;

/**
 * An arc as an SVG path.
 *
 * @param {number} x of the centre
 * @param {number} y
 * @param {number} radius
 * @param {number} middle the direction of its middle in degrees, clockwise, 0 to the right
 * @param {number} half how far it goes to both sides of that, in degrees
 */
export function arc(x, y, radius, middle, half) {
  const [from, to] = [middle - half, middle + half].map((angle) => [
    Math.round(x + radius * Math.cos(angle * RADIAN)),
    Math.round(y + radius * Math.sin(angle * RADIAN)),
  ]);
  return `M${from.join(" ")}A${radius} ${radius} 0 0 1 ${to.join(" ")}`;
}
