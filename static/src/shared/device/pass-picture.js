/** The picture of a pass: drawn here, kept by its owner, read again where a browser has forgotten. */

import { _ } from "../i18n/i18n.js";
import { formatDate } from "../time/hours.js";
import { passLink } from "./pass.js";
import { qrOf } from "./pass-qr.js";

/** @typedef {{pass: string, name: string, community: string}} Pictured */
/** @typedef {{text: string, size: number, weight?: number}} Line `size` in pixels */

const WIDTH = 1080;
const MARGIN = 90;
const QR_SIDE = 720;
const LINE = 1.35; // of the size of the letters
const SMALLEST = 0.6; // of the size that a line wants
const FILE_NAME = "fishbowl-pass.png";

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
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png");
  });
}

/**
 * Hands the picture to the phone's share sheet where a page may (https), else as a download. Where
 * neither keeps it, a long press on the shown picture does.
 *
 * @param {Blob} picture
 * @returns {Promise<"shared" | "dismissed" | "downloaded">}
 */
export async function savePicture(picture) {
  const file = new File([picture], FILE_NAME, { type: "image/png" });
  if (isTouched() && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return "shared";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return "dismissed";
    }
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = FILE_NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // some browsers read it late
  return "downloaded";
}

/** Whether this is a device for fingers: elsewhere a file in the folder of downloads is expected. */
function isTouched() {
  return matchMedia("(pointer: coarse)").matches;
}

/** The letters of the pages are there before anything is drawn; without them others do. */
async function fontsReady() {
  const family = getComputedStyle(document.body).fontFamily;
  await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 40px ${family}`))).catch(() => undefined);
}

/** @param {Line[]} lines */
function heightOf(lines) {
  return lines.reduce((sum, { size }) => sum + size * LINE, 0);
}

/**
 * @param {CanvasRenderingContext2D} brush
 * @param {Line[]} lines
 * @param {number} top
 * @returns {number} where they end
 */
function drawLines(brush, lines, top) {
  brush.textAlign = "center";
  brush.textBaseline = "middle";
  brush.direction = document.dir === "rtl" ? "rtl" : "ltr";
  brush.fillStyle = coloured("--ink-900");
  let next = top;
  for (const { text, size, weight = 400 } of lines) {
    brush.fillText(fitted(brush, text, size, weight), WIDTH / 2, next + (size * LINE) / 2);
    next += size * LINE;
  }
  return next;
}

/**
 * Sets the font so that the text fits the picture, smaller if need be; what is still too long is cut.
 *
 * @param {CanvasRenderingContext2D} brush
 * @param {string} text
 * @param {number} size
 * @param {number} weight
 */
function fitted(brush, text, size, weight) {
  const family = getComputedStyle(document.body).fontFamily;
  const room = WIDTH - 2 * MARGIN;
  brush.font = `${weight} ${size}px ${family}`;
  const scale = Math.max(SMALLEST, Math.min(1, room / brush.measureText(text).width));
  brush.font = `${weight} ${Math.floor(size * scale)}px ${family}`;
  if (brush.measureText(text).width <= room) return text;
  let said = [...text];
  while (said.length > 1 && brush.measureText(`${said.join("")}…`).width > room) said = said.slice(0, -1);
  return `${said.join("")}…`;
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

/** @param {string} property of the tokens that are the same in both themes */
function coloured(property) {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim() || "black";
}
