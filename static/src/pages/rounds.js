/** A pairing round on a keyboard: on a pair P pins and X parts, S solves again. */

import { offerSteps } from "./stepper.js";

/** Lets keys press the buttons that are there anyway. */
export function pairByKeys() {
  offerSteps();
  document.querySelector("[data-keys]")?.removeAttribute("hidden");
  document.addEventListener("keydown", (event) => {
    const at = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || at.matches("input, select, textarea")) return;
    const button = buttonOf(event.key.toLowerCase(), at);
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    button.click();
  });
}

/** @param {string} key @param {HTMLElement} at where the focus is */
function buttonOf(key, at) {
  if (key === "s") return document.querySelector("[data-solve]");
  return key === "p" || key === "x" ? at.closest("[data-pair]")?.querySelector(`[data-key="${key}"]`) : null;
}
