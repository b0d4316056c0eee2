/** Keeps the check up to date, and compares the clocks. */

const EVERY_MS = 2000;
const APART_MS = 2000;
const SECOND_MS = 1000;

/** @typedef {{name: string, state: string, said: string, todo: string}} Line */

/** Asks again and again while somebody looks. */
export function keepChecking() {
  const page = document.querySelector("[data-check]");
  if (!(page instanceof HTMLElement)) return;
  sayWhatTheProxyDoes();
  const url = `${page.dataset.check}${location.search}`;
  const again = async () => {
    if (document.visibilityState === "visible") await check(url);
    setTimeout(again, EVERY_MS);
  };
  again();
}

/** The server may have been asked under another name than the one that stands in the browser. */
function sayWhatTheProxyDoes() {
  const words = document.querySelector("[data-asked-as]");
  if (!(words instanceof HTMLElement)) return;
  setText(words.querySelector("[data-page]"), location.host);
  words.hidden = words.dataset.askedAs === location.host;
}

/** @param {string} url */
async function check(url) {
  const lost = document.querySelector("[data-lost]");
  try {
    const askedMs = Date.now();
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(String(answer.status));
    const { now_ms, lines } = await answer.json();
    for (const line of lines) show(line);
    compareClocks(now_ms - (askedMs + Date.now()) / 2);
    setText(lost, "");
  } catch {
    setText(lost, lost instanceof HTMLElement ? (lost.dataset.lost ?? "") : "");
  }
}

/** @param {Line} line */
function show({ name, state, said, todo }) {
  const shown = document.querySelector(`[data-line="${name}"]`);
  if (!(shown instanceof HTMLElement)) return;
  if (shown.dataset.state !== state) shown.dataset.state = state;
  setText(shown.querySelector("[data-said]"), said);
  setText(shown.querySelector("[data-todo]"), todo);
}

/** @param {number} apartMs */
function compareClocks(apartMs) {
  const words = document.querySelector("[data-good]");
  if (!(words instanceof HTMLElement)) return;
  const { good = "", care = "", careTodo = "" } = words.dataset;
  const seconds = String(Math.round(Math.abs(apartMs) / SECOND_MS));
  if (Math.abs(apartMs) < APART_MS) show({ name: "clock", state: "good", said: good, todo: "" });
  else show({ name: "clock", state: "care", said: care.replace("{seconds}", seconds), todo: careTodo });
}

/** What stays the same is not said again. @param {Element | null} place @param {string} text */
function setText(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}
