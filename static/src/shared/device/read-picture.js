/** Reads a pass from the picture that was saved of it, or from a photograph of its QR. */

import { readPass } from "./pass.js";

/** @typedef {import("./pass.js").ReadPass} ReadPass */

/** Sides in pixels that are tried: a large photograph is read better, and faster, when it is small. */
const SIDES = [1000, 1600, 600];

/**
 * @param {Blob} file
 * @param {() => Promise<typeof import("./qr-reader.js")>} fetchReader each page has a script of its own for it
 * @returns {Promise<ReadPass | null>} `null` if this is no picture, or shows no pass
 * @throws {Error} the reader could not be fetched; another try may succeed
 */
export async function readPicture(file, fetchReader) {
  const { readPixels } = await fetchReader();
  const image = await loaded(file);
  if (!image) return null;
  for (const side of SIDES) {
    const read = readPass(readPixels(pixelsOf(image, side)));
    if (read) return read;
  }
  return null;
}

/** @param {Blob} file @returns {Promise<HTMLImageElement | null>} */
function loaded(file) {
  const address = URL.createObjectURL(file);
  const image = new Image();
  return new Promise((done) => {
    image.onload = () => done(image.naturalWidth > 0 ? image : null);
    image.onerror = () => done(null);
    image.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}

/** The image on white, no side longer than so many pixels. @param {HTMLImageElement} image @param {number} side */
function pixelsOf(image, side) {
  const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  brush.fillStyle = "white";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return brush.getImageData(0, 0, canvas.width, canvas.height);
}
