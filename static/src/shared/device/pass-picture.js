/** The picture of a pass: drawn here, kept by its owner, read again where a browser has forgotten. */

import { _ } from "../i18n/i18n.js";
import { formatDate } from "../time/hours.js";
import { passLink } from "./pass.js";
import { qrOf } from "./pass-qr.js";
import { MARGIN, WIDTH, asPicture, coloured, drawLines, fontsReady, heightOf } from "./picture.js";

/**
 * @import {Line} from "./picture.js"
 * @typedef {{pass: string, name: string, community: string}} Pictured
 */

export const PASS_FILE = "fishbowl-pass.png";

const QR_SIDE = 720;

/**
 * Draws the picture: light in both themes, so that it can be scanned and printed.
 *
 * @param {Pictured} pictured `community`: its title
 * @returns {Promise<Blob>} PNG
 * @throws {Error} this browser draws no pictures
 */
export async function drawPicture({ pass, name, community }) {
  const groups = pass.split("-");
  /** @type {Line[]} */
  const above = [
    { text: community, size: 52, weight: 700 },
    { text: _("Fishbowl pass"), size: 40 },
    { text: name, size: 84, weight: 700 },
  ];
  /** @type {Line[]} */
  const below = [
    { text: groups.slice(0, 4).join(" "), size: 44, weight: 600 },
    { text: groups.slice(4).join(" "), size: 44, weight: 600 },
    { text: _("Whoever has this picture is you. Keep it like a key."), size: 34 },
    { text: formatDate(Date.now()), size: 34 },
  ];
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = Math.ceil(2 * MARGIN + heightOf(above) + QR_SIDE + MARGIN / 2 + heightOf(below));
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("no canvas");
  await fontsReady();
  brush.fillStyle = coloured("--paper-0");
  brush.fillRect(0, 0, canvas.width, canvas.height);
  let top = drawLines(brush, above, MARGIN);
  drawQr(brush, passLink(pass), (WIDTH - QR_SIDE) / 2, top);
  top += QR_SIDE + MARGIN / 2;
  drawLines(brush, below, top);
  return asPicture(canvas);
}

/**
 * In whole pixels a module, in the middle of its square.
 *
 * @param {CanvasRenderingContext2D} brush
 * @param {string} text
 * @param {number} left
 * @param {number} top
 */
function drawQr(brush, text, left, top) {
  const { size, path } = qrOf(text);
  const scale = Math.floor(QR_SIDE / size);
  const margin = (QR_SIDE - size * scale) / 2;
  brush.save();
  brush.translate(left + margin, top + margin);
  brush.scale(scale, scale);
  brush.fillStyle = "white";
  brush.fillRect(0, 0, size, size);
  brush.clip(new Path2D(path));
  brush.fillStyle = "black";
  brush.fillRect(0, 0, size, size);
  brush.restore();
}
