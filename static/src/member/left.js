/** After leaving: the pass goes from this browser, and sessions forget on one press each. */

import { dropPass } from "../shared/device/pass.js";
import { all, one } from "./page.js";

/** Drops the pass, and lets the forms answer in place. */
export function leaveBrowser() {
  dropPass();
  for (const form of all("[data-forget]")) {
    if (form instanceof HTMLFormElement) form.addEventListener("submit", (event) => void forget(form, event));
  }
}

/** @param {HTMLFormElement} form @param {SubmitEvent} event */
async function forget(form, event) {
  event.preventDefault();
  const said = one("[role=status]", form);
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  said.textContent = (answer?.ok ? said.dataset.forgotten : said.dataset.lost) ?? "";
  if (answer?.ok) one(".ways", form).hidden = true;
}
