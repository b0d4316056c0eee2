/** Being known: one question at a time. The pass is made here; the server is shown its verifier alone. */

import { dropPass, keepPass, keptPass, makePass, shownOfNew, verifierOf } from "../shared/device/pass.js";
import { randomId } from "../shared/device/random.js";
import { all, dropFragment, fragment, offerZones, one, post, showOnly, takeFragmentAlong } from "./page.js";
import { showPass } from "./pass-shown.js";

const QUESTIONS = ["name", "place", "reach", "agree", "kept"];
/** The question in which what was refused is mended. @type {Record<string, string>} */
const MENDED_AT = {
  name_needed: "name",
  contact_needed: "reach",
  contact_wrong: "reach",
  address_refused: "reach",
};
const MADE = 201;
const GOOD = 200;
const FAILED = 500;

/** What is sent again with the same id makes the same member. */
const attempt = { id: randomId(24), pass: "" };
let at = "opening";

/** Begins. */
export async function beKnown() {
  takeFragmentAlong();
  offerZones();
  const form = /** @type {HTMLFormElement} */ (one("[data-known]"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    goOn(form);
  });
  one("[data-back]").addEventListener("click", () => show(QUESTIONS[QUESTIONS.indexOf(at) - 1]));
  one("[data-somebody-else]").addEventListener("click", () => show("name"));
  form.addEventListener("change", () => showContact(form));
  showContact(form);
  show("opening");
  const { status, data } = await post("/i", { invitation: fragment() });
  if (status === 0 || status >= FAILED) return show("lost");
  if (status !== GOOD) return show("wrong");
  field(form, "name").value = data.name ?? "";
  if (data.language) field(form, "language").value = data.language;
  const kept = keptPass();
  if (kept && (await post("/m", { verifier: verifierOf(kept.pass) })).status === GOOD) {
    one("[data-already]").textContent = named("already", kept.name);
    return show("already");
  }
  show("name");
}

/** @param {HTMLFormElement} form */
function goOn(form) {
  const problem = wrongIn(form);
  tellProblem(problem);
  if (problem || !QUESTIONS.includes(at)) return;
  if (at === "kept") return void make(form);
  show(QUESTIONS[QUESTIONS.indexOf(at) + 1]);
}

/** What is amiss in the question that is shown; empty if nothing. @param {HTMLFormElement} form */
function wrongIn(form) {
  if (at === "name" && !field(form, "name").value.trim()) return "name_needed";
  if (at !== "reach" || reachOf(form) === "pass") return "";
  const typed = contact(form);
  if (!typed.value.trim()) return "contact_needed";
  return typed.validity.valid ? "" : "contact_wrong";
}

/** @param {HTMLFormElement} form */
async function make(form) {
  const button = /** @type {HTMLButtonElement} */ (one("[data-make]"));
  button.disabled = true;
  attempt.pass ||= makePass();
  const name = field(form, "name").value.trim();
  const before = keptPass();
  keepPass({ pass: attempt.pass, name }); // before it is told: the answer may be lost
  const { status, data } = await post("/members", {
    id: attempt.id,
    ...shownOfNew(attempt.pass),
    name,
    language: field(form, "language").value,
    time_zone: field(form, "time_zone").value,
    reach: reachOf(form),
    contact: reachOf(form) === "pass" ? "" : contact(form).value.trim(),
    consents: all("[name=agree]", form).flatMap((box) => (/** @type {HTMLInputElement} */ (box).checked ? [/** @type {HTMLInputElement} */ (box).value] : [])),
    invitation: fragment(),
    session: "",
  });
  button.disabled = false;
  if (status === MADE) return made(name);
  if (status !== 0) keepAgain(before);
  const code = status === 0 ? "no_answer" : (data.code ?? "not_saved");
  if (MENDED_AT[code]) show(MENDED_AT[code]);
  tellProblem(document.querySelector(`[data-problem=${CSS.escape(code)}]`) ? code : "not_saved");
}

/** Nothing was made: what this browser held before holds again. @param {ReturnType<typeof keptPass>} before */
function keepAgain(before) {
  if (before) keepPass(before);
  else dropPass();
}

/** @param {string} name */
function made(name) {
  dropFragment();
  one("[data-pass-title]").textContent = named("passTitle", name);
  show("pass");
  for (const part of all("[data-pass-made]")) part.hidden = false;
  one("[data-known]").classList.add("has-pass");
  showPass({ pass: attempt.pass, name });
}

/** Shows a question, its number, and the ways from here. @param {string} step */
function show(step) {
  at = step;
  showOnly("step", step);
  tellProblem("");
  const number = QUESTIONS.indexOf(step) + 1;
  const count = one("[data-steps-of]");
  count.hidden = number === 0;
  count.textContent = (count.dataset.stepsOf ?? "").replace("{n}", String(number)).replace("{all}", String(QUESTIONS.length));
  one("[data-next]").hidden = number === 0 || step === "kept";
  one("[data-make]").hidden = step !== "kept";
  one("[data-back]").hidden = number < 2;
  one("[data-to-me]").hidden = step !== "pass" && step !== "already";
  if (step !== "opening") one(`[data-step=${step}]`).focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** @param {string} code empty: nothing is amiss */
function tellProblem(code) {
  showOnly("problem", code);
}

/** @param {HTMLFormElement} form */
function showContact(form) {
  showOnly("contact", reachOf(form));
}

/** @param {HTMLFormElement} form */
function reachOf(form) {
  return /** @type {HTMLInputElement} */ (one("[name=reach]:checked", form)).value;
}

/** @param {HTMLFormElement} form */
function contact(form) {
  return /** @type {HTMLInputElement} */ (one(reachOf(form) === "mail" ? "#mail" : "#other", form));
}

/** @param {HTMLFormElement} form @param {string} name */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (one(`[name=${name}]`, form));
}

/** A heading with the name in it. @param {"already" | "passTitle"} which @param {string} name */
function named(which, name) {
  const selector = which === "already" ? "[data-already]" : "[data-pass-title]";
  return (one(selector).dataset[which] ?? "").replace("{name}", name);
}
