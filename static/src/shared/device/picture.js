/** Pictures that are drawn here and kept by their owner: lines of text, and saving. */

/** @typedef {{text: string, size: number, weight?: number}} Line `size` in pixels */

export const WIDTH = 1080;
export const MARGIN = 90;
const LINE = 1.35; // of the size of the letters
const SMALLEST = 0.6; // of the size that a line wants

/**
 * The picture as a file.
 *
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>} PNG
 */
export function asPicture(canvas) {
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png");
  });
}

/**
 * Hands the picture to the phone's share sheet where a page may (https), else as a download. Where
 * neither keeps it, a long press on the shown picture does.
 *
 * @param {Blob} picture
 * @param {string} name of the file
 * @returns {Promise<"shared" | "dismissed" | "downloaded">}
 */
export async function savePicture(picture, name) {
  const file = new File([picture], name, { type: "image/png" });
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
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // some browsers read it late
  return "downloaded";
}

/** Whether this is a device for fingers: elsewhere a file in the folder of downloads is expected. */
function isTouched() {
  return matchMedia("(pointer: coarse)").matches;
}

/** The letters of the pages are there before anything is drawn; without them others do. */
export async function fontsReady() {
  const family = getComputedStyle(document.body).fontFamily;
  await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 40px ${family}`))).catch(() => undefined);
}

/** @param {Line[]} lines */
export function heightOf(lines) {
  return lines.reduce((sum, { size }) => sum + size * LINE, 0);
}

/**
 * @param {CanvasRenderingContext2D} brush
 * @param {Line[]} lines
 * @param {number} top
 * @returns {number} where they end
 */
export function drawLines(brush, lines, top) {
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

/** @param {string} property of the tokens that are the same in both themes */
export function coloured(property) {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim() || "black";
}
