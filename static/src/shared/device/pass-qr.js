/** The QR of a link: drawn as one path, in a page or on a canvas. */

import { encodeQR } from "qr";

/** @typedef {{size: number, path: string}} Qr `size`: modules a side, with the quiet zone; `path`: of an SVG in modules */

const QUIET = 4; // modules around it that scanners want

/**
 * The link and its error correction fit a small code: a phone's camera reads it from a screen.
 *
 * @param {string} text
 * @returns {Qr}
 */
export function qrOf(text) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: QUIET });
  let path = "";
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  });
  return { size: rows.length, path };
}
