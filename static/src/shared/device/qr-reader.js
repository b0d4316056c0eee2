/** Reads the QR in pixels. Large, so it is fetched when somebody chooses a picture. */

import { decodeQR } from "qr/decode.js";

/**
 * @param {{width: number, height: number, data: Uint8ClampedArray}} pixels RGBA
 * @returns {string} what the QR says; empty if there is none, or it cannot be read
 */
export function readPixels(pixels) {
  try {
    return decodeQR(pixels);
  } catch {
    return ""; // it throws for "no QR here" as for a broken one
  }
}
