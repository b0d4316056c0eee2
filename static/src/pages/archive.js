/** The archive answers while one types; without this, the field answers on Enter. */

import { waitFor } from "./typing.js";

const FOUND = "archive-found";

/** Searches while one types, and lets the arrow keys walk from hit to hit. */
export function searchLive() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".archive-search"));
  const field = form?.querySelector("input");
  if (!form || !field) return;
  let asked = 0;
  const search = waitFor(async () => {
    const mine = ++asked;
    const address = addressOf(form);
    const page = await fetchPage(address).catch(() => null);
    const found = page?.getElementById(FOUND);
    if (!found || mine !== asked) return; // something newer was typed; or Enter asks the server
    document.getElementById(FOUND)?.replaceWith(document.adoptNode(found));
    document.title = page?.title ?? document.title;
    history.replaceState(null, "", address);
  });
  field.addEventListener("input", search);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === "/" && document.activeElement !== field) {
      event.preventDefault();
      field.select();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      walk(event, field);
    }
  });
}

/** @param {HTMLFormElement} form */
function addressOf(form) {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) asked.set(name, String(value));
  return `${form.getAttribute("action")}?${asked}`;
}

/** @param {string} address */
async function fetchPage(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** From the field into the hits and back. @param {KeyboardEvent} event @param {HTMLInputElement} field */
function walk(event, field) {
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".hit-question a, .hit-places a, .member-name a")]);
  const stops = [field, ...links];
  const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
