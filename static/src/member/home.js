/** The member's own page: switches that keep at once, and the pass that this browser holds. */

import { dropPass, keepPass, keptPass, makePass, verifierOf } from "../shared/device/pass.js";
import { all, offerZones, one, post } from "./page.js";
import { showPass } from "./pass-shown.js";

const PENDING = "fishbowl_pass_pending";
const KEPT = 204;

/** Helps with the page; without it all forms work by themselves. */
export function showHome() {
  keepSwitches();
  const zones = document.querySelector("[data-zones]");
  offerZones(zones instanceof HTMLSelectElement ? zones.value : "");
  for (const form of all("[data-drops-pass]")) form.addEventListener("submit", () => dropPass());
  one("[data-replace-pass]").addEventListener("click", replace);
  void showOwn();
}

/** Each switch is kept when it is turned; what could not be kept is turned back. */
function keepSwitches() {
  for (const form of all("[data-switches]")) {
    const said = one("[data-said]", form);
    const field = form.dataset.switches ?? ""; // what the server calls the switch
    one("[data-without-script]", form).hidden = true;
    form.addEventListener("change", async ({ target }) => {
      const box = /** @type {HTMLInputElement} */ (target);
      said.textContent = "";
      const { status } = await post(/** @type {HTMLFormElement} */ (form).action, { [field]: box.value, on: box.checked });
      if (status !== KEPT) box.checked = !box.checked;
      said.textContent = (status === KEPT ? said.dataset.kept : said.dataset.lost) ?? "";
    });
  }
}

/** Shows the pass of this browser, if it is the member's and still opens something. */
async function showOwn() {
  const kept = keptPass();
  if (kept && (await opens(kept.pass))) return show(kept);
  const pending = pendingPass();
  if (pending && (await opens(pending))) return keepNew(pending);
  one("[data-pass-here]").hidden = true;
  one(kept ? "[data-pass-old]" : "[data-pass-none]").hidden = false;
}

/** @param {string} pass @returns {Promise<boolean>} also where the server does not answer */
async function opens(pass) {
  const { status, data } = await post("/me/pass/check", { verifier: verifierOf(pass) });
  return status !== 200 || data.good === true;
}

/** @param {{pass: string, name: string}} kept */
function show(kept) {
  showPass(kept, one("[data-pass-here]"));
  for (const line of all("[data-pass-none], [data-pass-old], [data-pass-failed]")) line.hidden = true;
  one("[data-pass-here]").hidden = false;
}

/** Makes a new pass. It is remembered before it is told: if the answer is lost, the next visit finds it. */
async function replace() {
  const pass = pendingPass() || makePass();
  remember(pass);
  const { status } = await post("/me/pass", { verifier: verifierOf(pass) });
  if (status === 200) return keepNew(pass);
  one("[data-pass-failed]").hidden = false;
}

/** @param {string} pass */
function keepNew(pass) {
  const kept = { pass, name: one("[data-my-pass]").dataset.name ?? "" };
  keepPass(kept);
  remember("");
  show(kept);
  one("[data-pass-here]").scrollIntoView({ block: "nearest" });
}

function pendingPass() {
  try {
    return sessionStorage.getItem(PENDING) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} pass empty: none */
function remember(pass) {
  try {
    if (pass) sessionStorage.setItem(PENDING, pass);
    else sessionStorage.removeItem(PENDING);
  } catch {
    // no storage: then the answer must come
  }
}
