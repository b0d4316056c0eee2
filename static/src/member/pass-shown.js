/** Shows a pass: its code on the lit table, its link, and the ways to keep it. */

import { PASS_FILE, drawPicture } from "../shared/device/pass-picture.js";
import { savePicture } from "../shared/device/picture.js";
import { passLink } from "../shared/device/pass.js";
import { qrOf } from "../shared/device/pass-qr.js";
import { all, one } from "./page.js";

const SVG = "http://www.w3.org/2000/svg";
const SAID_MS = 4000;

/** @param {{pass: string, name: string}} kept @param {ParentNode} [root] */
export function showPass({ pass, name }, root = document) {
  const link = passLink(pass);
  one("[data-pass-code]", root).replaceChildren(drawn(link));
  one("[data-pass-link]", root).textContent = link;
  const { community = "" } = document.documentElement.dataset;
  one("[data-save-picture]", root).onclick = async () => {
    await savePicture(await drawPicture({ pass, name, community }), PASS_FILE);
  };
  one("[data-copy-link]", root).onclick = () => void copy(link, one("[data-copied]", root));
}

/** @param {string} text */
function drawn(text) {
  const { size, path } = qrOf(text);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("aria-hidden", "true");
  const modules = document.createElementNS(SVG, "path");
  modules.setAttribute("d", path);
  svg.append(modules);
  return svg;
}

/** Plain http has no clipboard: there the link is selected, to be copied by hand. @param {string} link @param {HTMLElement} label */
async function copy(link, label) {
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    for (const shown of all("[data-pass-link]")) getSelection()?.selectAllChildren(shown);
    return;
  }
  const before = label.textContent;
  label.textContent = label.dataset.copied ?? "";
  setTimeout(() => (label.textContent = before), SAID_MS);
}
