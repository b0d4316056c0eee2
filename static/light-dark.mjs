/**
 * Writes CSS's `light-dark(a, b)` for browsers that do not know it: as `a` or nothing, and `b` or
 * nothing. Which of the two is nothing is said once, in tokens.css.
 */

import * as fs from "node:fs";

const NAME = "light-dark(";

/** @param {string} css @throws {Error} one of them has not two values */
export function lowered(css) {
  const begins = css.indexOf(NAME);
  if (begins < 0) return css;
  const { values, ends } = argumentsOf(css, begins + NAME.length);
  if (values.length !== 2) throw new Error(`Two colours, please: ${css.slice(begins, ends)}`);
  const [light, dark] = values.map((value) => lowered(value.trim()));
  return `${css.slice(0, begins)}var(--if-light, ${light}) var(--if-dark, ${dark})${lowered(css.slice(ends))}`;
}

/** @type {import("esbuild").Plugin} */
export const lightDark = {
  name: "light-dark",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.css$/ }, ({ path }) => ({
      contents: lowered(fs.readFileSync(path, "utf8")),
      loader: "css",
    }));
  },
};

/** @param {string} css @param {number} from */
function argumentsOf(css, from) {
  const values = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < css.length; at++) {
    if (css[at] === "(") depth++;
    else if (css[at] === "," && depth === 0) {
      values.push(css.slice(start, at));
      start = at + 1;
    } else if (css[at] === ")" && depth-- === 0) return { values: [...values, css.slice(start, at)], ends: at + 1 };
  }
  throw new Error(`light-dark( is not closed: ${css.slice(from, from + 60)}`);
}
