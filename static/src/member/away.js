/** At a laptop that has a home: a member whose pass is kept here wishes what they may be asked to. */

import { keptPass, verifierOf } from "../shared/device/pass.js";
import { all, one, post } from "./page.js";

const GREETED = 200;
const KEPT = 204;

/** Shows what the laptop knows, if it greets whose pass this is; a switch is kept when it is turned. */
export async function showAway() {
  const kept = keptPass();
  const form = document.querySelector("[data-wishes]");
  if (!kept || !(form instanceof HTMLElement)) return;
  const verifier = verifierOf(kept.pass);
  const { status, data } = await post("/m", { verifier });
  if (status !== GREETED) return;
  const known = one("[data-known-as]", form);
  known.textContent = (known.dataset.knownAs ?? "").replace("{name}", data.name);
  for (const box of all("input", form)) {
    const consent = /** @type {HTMLInputElement} */ (box);
    consent.checked = data.consents.includes(consent.value);
  }
  form.hidden = false;
  const said = one("[data-said]", form);
  form.addEventListener("change", async ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    said.textContent = "";
    const answer = await post("/me/consents", { verifier, consent: box.value, on: box.checked });
    if (answer.status !== KEPT) box.checked = !box.checked;
    said.textContent = (answer.status === KEPT ? said.dataset.kept : said.dataset.lost) ?? "";
  });
}
