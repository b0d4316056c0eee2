/**
 * What a letter's link leads to, `/t#TOKEN`. Opening it does nothing: programs that look for viruses
 * open links. One press acts, and spends the token.
 */

import { keepPass, makePass, verifierOf } from "../shared/device/pass.js";
import { all, dropFragment, fragment, one, post, showOnly, takeFragmentAlong } from "./page.js";

/** @typedef {import("./page.js").Answer} Answer */

const FAILED = 500;
/** After these a way leads to the member's page. */
const WITH_PAGE = ["confirmed", "stayed", "hosting", "merged", "taken", "swapped", "kept", "passed", "introduced", "yes_kept", "met", "not_yet", "outcome_kept", "outcome_silent", "pair_made", "pair_yes", "done", "moved", "answered", "ask_passed", "offer_stands", "offer_ended"];
/** What the page says, by the code of a refusal. @type {Record<string, string>} */
const REFUSED = { token_over: "over", too_fast: "too_fast", not_saved: "not_saved" };

/** Says what the letter is about, and waits for a press. */
export async function answerLetter() {
  takeFragmentAlong();
  const [token, lit] = fragment().split(".");
  const answer = await post("/t", { token });
  if (answer.status !== 200) return refuse(answer);
  const { purpose } = answer.data;
  showOnly("outcome", "");
  showOnly("purpose", purpose);
  tellQuestion(purpose, answer.data);
  light(purpose, lit);
  for (const button of all("[data-do]")) {
    button.addEventListener("click", () => act(token, purpose, button.dataset.do ?? ""));
  }
}

/** A question that only the server can write. @param {string} purpose @param {Record<string, any>} told */
function tellQuestion(purpose, { heading, text, answers = [] }) {
  const step = one(`.step[data-purpose="${purpose}"]`);
  if (heading) one("[data-heading]", step).textContent = heading;
  if (text) one("[data-text]", step).textContent = text;
  const shore = one(`.shore-inside[data-purpose="${purpose}"]`);
  for (const { do: what, words, follows } of answers) {
    one(`[data-do="${what}"]`, shore).textContent = words;
    one(`[data-follows="${what}"]`, shore).textContent = follows;
  }
}

/** Shows the answer lit whose link in the letter was opened; it is not given yet. @param {string} purpose @param {string} [lit] */
function light(purpose, lit) {
  const shore = one(`.shore-inside[data-purpose="${purpose}"]`);
  const ways = all("[data-do]", shore);
  const unlit = shore.querySelector(".answers") ? "shore-line" : "shore-back";
  if (!ways.some((way) => way.dataset.do === lit)) return;
  for (const way of ways) way.className = way.dataset.do === lit ? "shore-button" : unlit;
}

/** @param {string} token @param {string} purpose @param {string} chosen */
async function act(token, purpose, chosen) {
  if (purpose === "invited" && chosen === "accept") return location.assign(`/i#${encodeURIComponent(token)}`);
  if (purpose === "new_pass") return makeNew(token);
  const step = one(`.step[data-purpose="${purpose}"]`);
  if (chosen === "answer" && !isFilled(step)) return;
  const answer = await post("/t", { token, do: chosen, ...(chosen === "answer" && written(step)) });
  if (answer.status !== 200) return refuse(answer);
  tell(answer.data.outcome);
  one("[data-way-on]").hidden = !WITH_PAGE.includes(answer.data.outcome);
}

/** Says what is missing, where a line has to be written. @param {HTMLElement} step */
function isFilled(step) {
  const field = /** @type {HTMLTextAreaElement} */ (one("textarea", step));
  const filled = field.value.trim() !== "";
  one("[data-problem]", step).hidden = filled;
  if (!filled) field.focus();
  return filled;
}

/** What was written and ticked, by the names that the server knows. @param {HTMLElement} step */
function written(step) {
  /** @type {Record<string, string | boolean>} */
  const fields = {};
  for (const found of all("[data-field]", step)) {
    const field = /** @type {HTMLInputElement} */ (found);
    fields[field.dataset.field ?? ""] = field.type === "checkbox" ? field.checked : field.value;
  }
  return fields;
}

/** The pass is kept before it is told: if the answer is lost, it is there all the same. @param {string} token */
async function makeNew(token) {
  const pass = one("[data-letter]").dataset.pass ?? makePass();
  one("[data-letter]").dataset.pass = pass; // pressing again makes no other one
  const verifier = verifierOf(pass);
  let { status, data } = await post("/t", { token, do: "make", verifier });
  if (status !== 200 && status > 0 && status < FAILED) {
    const again = await post("/m", { verifier }); // the first answer may have been lost
    if (again.status !== 200) return refuse({ status, data });
    ({ status, data } = again);
  }
  if (status !== 200) return refuse({ status, data });
  keepPass({ pass, name: data.name });
  location.replace("/me#pass");
}

/** @param {Answer} answer */
function refuse({ status, data }) {
  const code = status === 0 || (status >= FAILED && data.code !== "not_saved") ? "lost" : (REFUSED[data.code] ?? "wrong");
  const again = code === "lost" || code === "not_saved" || code === "too_fast";
  if (!again) dropFragment();
  showOnly("purpose", "");
  showOnly("outcome", code);
}

/** @param {string} outcome */
function tell(outcome) {
  dropFragment();
  showOnly("purpose", "");
  showOnly("outcome", outcome);
}
