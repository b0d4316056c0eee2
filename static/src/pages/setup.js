/** Helps with the form of a new session: steps, a count of letters, the wall in small. */

import { offerSteps } from "./stepper.js";

/** Questions longer than these many characters are set smaller, as on the wall. */
const LONG = 75;
const VERY_LONG = 105;

/** Makes the form helpful. */
export function helpSettingUp() {
  offerSteps();
  showQuestion();
  showChairs();
  showDate();
  followFormat();
  takeOwnZone();
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.setup"));
  form.addEventListener("submit", () => letSend(form, false));
  window.addEventListener("pageshow", () => letSend(form, true)); // somebody went back
}

function showQuestion() {
  const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("question"));
  const shown = /** @type {HTMLElement} */ (document.querySelector(".preview-question"));
  const count = /** @type {HTMLElement} */ (document.querySelector("[data-count]"));
  const show = () => {
    const { length } = field.value;
    shown.textContent = field.value.trim() || (shown.dataset.placeholder ?? "");
    shown.dataset.length = length > VERY_LONG ? "l" : length > LONG ? "m" : "s";
    count.textContent = (count.dataset.count ?? "").replace("{length}", String(length));
  };
  field.addEventListener("input", show);
  show();
  if ("overwrite" in field.dataset) selectOnFirstFocus(field); // the next question is another one
}

/** The browser gives the focus itself, before or after this. @param {HTMLTextAreaElement} field */
function selectOnFirstFocus(field) {
  if (document.activeElement === field) field.select();
  else field.addEventListener("focus", () => field.select(), { once: true });
}

/** The date is asked for only where names are kept until one. */
function showDate() {
  const term = document.getElementById("term");
  const field = document.getElementById("keep")?.closest(".field");
  if (!(term instanceof HTMLSelectElement) || !(field instanceof HTMLElement)) return;
  const said = document.querySelector("[data-term]");
  const show = () => {
    field.hidden = term.value !== "date";
    if (said) said.textContent = term.selectedOptions[0]?.textContent ?? "";
  };
  term.addEventListener("change", show);
  show();
}

function showChairs() {
  const field = /** @type {HTMLInputElement} */ (document.getElementById("chairs"));
  const shown = /** @type {HTMLElement} */ (document.querySelector("[data-shown]"));
  field.addEventListener("input", () => {
    if (field.validity.valid) shown.dataset.shown = field.value;
  });
}

/** Chairs and time on a chair follow the format, until somebody has chosen otherwise. */
function followFormat() {
  const usual = document.querySelector('[name="usual"]');
  if (usual instanceof HTMLInputElement) {
    usual.checked = false; // the knobs themselves show what will be
    const line = usual.closest("label");
    if (line) line.hidden = true;
  }
  for (const radio of document.querySelectorAll('[name="format"]')) {
    if (!(radio instanceof HTMLInputElement)) continue;
    radio.addEventListener("change", () => {
      setKnob("chairs", radio.dataset.chairs ?? "");
      setKnob("seat_minutes", radio.dataset.seatMinutes ?? "");
      const parts = radio.closest(".format-choice")?.querySelector(".parts");
      if (parts) setKnob("minutes", String(showTotal(parts)));
    });
  }
  /** The minutes typed for each part, so that repeated division adds up no rounding errors. @type {Map<Element, number[]>} */
  const given = new Map();
  for (const parts of document.querySelectorAll(".parts")) {
    given.set(parts, minutesOf(parts));
    parts.addEventListener("input", () => {
      given.set(parts, minutesOf(parts));
      setKnob("minutes", String(showTotal(parts)));
    });
    showTotal(parts);
  }
  const minutes = /** @type {HTMLInputElement} */ (document.getElementById("minutes"));
  // When the field is left: "4" on the way to "45" is nobody's plan.
  minutes.addEventListener("change", () => {
    const parts = document.querySelector(".format-choice:has(:checked) .parts");
    if (!parts) return;
    divide(parts, given.get(parts) ?? [], Number(minutes.value));
    setKnob("minutes", String(showTotal(parts)));
  });
}

/** @param {Element} parts */
function fields(parts) {
  return [...parts.querySelectorAll("input")];
}

/** @param {Element} parts */
function minutesOf(parts) {
  return fields(parts).map((field) => Number(field.value) || 0);
}

/** @param {Element} parts */
function total(parts) {
  return minutesOf(parts).reduce((sum, minutes) => sum + minutes, 0);
}

/**
 * Every part in proportion; what does not divide goes to the longest. Where the minutes are not one
 * for each part, everything stays.
 * @param {Element} parts
 * @param {number[]} given what they were given by hand
 * @param {number} minutes
 */
function divide(parts, given, minutes) {
  const before = given.reduce((sum, one) => sum + one, 0);
  const all = fields(parts);
  if (!before || !Number.isInteger(minutes) || minutes < all.length) return;
  const shares = given.map((one) => Math.max(1, Math.floor((one * minutes) / before)));
  const longest = shares.indexOf(Math.max(...shares));
  shares[longest] += minutes - shares.reduce((sum, one) => sum + one, 0);
  if (shares[longest] < 1) return;
  all.forEach((field, index) => (field.value = String(shares[index])));
}

/** @param {string} id @param {string} value */
function setKnob(id, value) {
  const field = /** @type {HTMLInputElement} */ (document.getElementById(id));
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {Element} parts */
function showTotal(parts) {
  const shown = parts.querySelector("[data-total]");
  const minutes = total(parts);
  if (shown instanceof HTMLElement) {
    shown.textContent = (shown.dataset.total ?? "").replace("{minutes}", String(minutes));
  }
  return minutes;
}

/** Times are typed, and shown, in the zone of whoever looks at the page. */
export function takeOwnZone() {
  const zone = document.querySelector('[name="zone"]');
  if (zone instanceof HTMLInputElement) {
    zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  for (const field of document.querySelectorAll("[data-at-ms]")) {
    if (!(field instanceof HTMLInputElement)) continue;
    field.value = fieldText(Number(field.dataset.atMs), field.type === "date");
  }
}

/** An instant as a field for dates and times takes it. @param {number} atMs @param {boolean} dayOnly */
function fieldText(atMs, dayOnly) {
  const offsetMs = new Date(atMs).getTimezoneOffset() * 60_000;
  const text = new Date(atMs - offsetMs).toISOString();
  return text.slice(0, dayOnly ? "2026-01-01".length : "2026-01-01T00:00".length);
}

/** A second press changes nothing. @param {HTMLFormElement} form @param {boolean} may */
function letSend(form, may) {
  const button = form.querySelector("button:not([type])");
  if (button instanceof HTMLButtonElement) button.disabled = !may;
}
