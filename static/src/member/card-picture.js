/** The picture of a card: only what its owner turned on, and no name of anybody else. */

import { MARGIN, WIDTH, asPicture, coloured, drawLines, fontsReady, heightOf } from "../shared/device/picture.js";
import { n_ } from "../shared/i18n/i18n.js";
import { all, one } from "./page.js";

/** @import {Line} from "../shared/device/picture.js" */

const WEB_SIDE = 820;
const WEB_UNITS = 100; // the drawing on the page is so wide
const TAKES_MAX = 5;
/** Each part of the drawing, with its colour; what is one's own lies above the others. */
const PAINT = [
  [".web-flow:not(.web-from-me, .web-to-me)", "--lagoon-700"],
  [".web-flow.web-to-me", "--paper-150"],
  [".web-flow.web-from-me", "--coral-400"],
  [".web-dot:not(.web-me)", "--lagoon-300"],
  [".web-dot.web-me", "--coral-400"],
];

/**
 * @param {HTMLElement} card
 * @param {Set<string>} chosen of `turns`, `after` and `takes`
 * @returns {Promise<Blob>} PNG
 * @throws {Error} this browser draws no pictures
 */
export async function drawCard(card, chosen) {
  await fontsReady();
  const canvas = document.createElement("canvas");
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("no canvas");
  const [web] = chosen.has("after") ? all(".web", card) : [];
  const above = [
    { text: textOf("[data-card-event]", card), size: 38 },
    ...wrapped(brush, textOf("[data-card-question]", card), 58, 700),
    ...(chosen.has("turns") ? turns(card) : []),
  ];
  const below = [
    ...(chosen.has("after") ? neighbours(card) : []),
    ...(chosen.has("takes") ? takes(brush, card) : []),
    { text: "Fishbowl", size: 34, weight: 600 },
  ];
  const gap = MARGIN / 2;
  canvas.width = WIDTH;
  canvas.height = Math.ceil(2 * MARGIN + heightOf(above) + (web ? WEB_SIDE + gap : 0) + gap + heightOf(below));
  brush.fillStyle = coloured("--paper-0");
  brush.fillRect(0, 0, canvas.width, canvas.height);
  let top = drawLines(brush, above, MARGIN) + gap;
  if (web) {
    drawWeb(brush, web, (WIDTH - WEB_SIDE) / 2, top);
    top += WEB_SIDE + gap;
  }
  drawLines(brush, below, top);
  return asPicture(canvas);
}

/** The figures in a line each: "3 turns in the bowl". @param {HTMLElement} card @returns {Line[]} */
function turns(card) {
  return all("[data-card-part='turns'] > div", card).map((figure) => ({
    text: `${textOf("dd", figure)} ${textOf("dt", figure)}`,
    size: 44,
  }));
}

/** How many, without names. @param {HTMLElement} card @returns {Line[]} */
function neighbours(card) {
  const [after] = all("[data-card-after]", card);
  const [before] = all("[data-card-before]", card);
  const lines = [];
  if (after) {
    const count = Number(after.dataset.cardAfter);
    lines.push(n_("I spoke straight after one voice", "I spoke straight after {n} voices", count));
  }
  if (before) {
    const count = Number(before.dataset.cardBefore);
    lines.push(n_("One voice spoke straight after me", "{n} voices spoke straight after me", count));
  }
  return lines.map((text) => ({ text, size: 40 }));
}

/** @param {CanvasRenderingContext2D} brush @param {HTMLElement} card @returns {Line[]} */
function takes(brush, card) {
  return all("[data-card-take]", card)
    .slice(0, TAKES_MAX)
    .flatMap((take) => [{ text: " ", size: 16 }, ...wrapped(brush, take.textContent ?? "", 44, 600)]);
}

/**
 * The drawing of the page, without its names.
 *
 * @param {CanvasRenderingContext2D} brush
 * @param {HTMLElement} web
 * @param {number} left
 * @param {number} top
 */
function drawWeb(brush, web, left, top) {
  brush.save();
  brush.translate(left, top);
  brush.scale(WEB_SIDE / WEB_UNITS, WEB_SIDE / WEB_UNITS);
  for (const circle of [".web-water", ".web-table"]) fillCircle(brush, one(circle, web), circle === ".web-water" ? "--lagoon-850" : "--paper-150");
  for (const [selector, colour] of PAINT) {
    for (const shape of web.querySelectorAll(selector)) {
      if (shape.tagName === "circle") fillCircle(brush, shape, colour);
      else fillPath(brush, shape, colour);
    }
  }
  brush.restore();
}

/** @param {CanvasRenderingContext2D} brush @param {Element} circle @param {string} colour */
function fillCircle(brush, circle, colour) {
  const of = (/** @type {string} */ name) => Number(circle.getAttribute(name));
  brush.fillStyle = coloured(colour);
  brush.beginPath();
  brush.arc(of("cx"), of("cy"), of("r"), 0, 2 * Math.PI);
  brush.fill();
}

/** @param {CanvasRenderingContext2D} brush @param {Element} path @param {string} colour */
function fillPath(brush, path, colour) {
  brush.save();
  brush.clip(new Path2D(path.getAttribute("d") ?? ""));
  brush.fillStyle = coloured(colour);
  brush.fillRect(0, 0, WEB_UNITS, WEB_UNITS);
  brush.restore();
}

/**
 * A text in as many lines as it needs.
 *
 * @param {CanvasRenderingContext2D} brush
 * @param {string} text
 * @param {number} size in pixels
 * @param {number} weight
 * @returns {Line[]}
 */
function wrapped(brush, text, size, weight) {
  brush.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines[lines.length - 1]} ${word}`.trim();
    const fits = brush.measureText(longer).width <= WIDTH - 2 * MARGIN;
    if (fits || !lines[lines.length - 1]) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => ({ text: line, size, weight }));
}

/** @param {string} selector @param {ParentNode} root */
function textOf(selector, root) {
  return (one(selector, root).textContent ?? "").trim().replace(/\s+/g, " ");
}
