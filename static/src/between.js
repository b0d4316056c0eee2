/** The wall between two sessions: puts in its place what has changed, without a blink. */

import "./styles/between.css";

const LATE_MS = 10_000;

/** @returns {HTMLElement | null} what the wall shows */
function shown() {
  return document.querySelector("main[data-again-s]");
}

/** Loads the page again; while the server does not answer, the wall stays as it is. */
async function lookAgain() {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: ends(LATE_MS) });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [before, after] = [shown(), page.querySelector("main[data-again-s]")];
    if (before && after && before.outerHTML !== after.outerHTML) before.replaceWith(after);
  } catch {
    // no connection just now: the next look is soon
  }
}

/** A signal that ends a request. @param {number} ms */
function ends(ms) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

const again_ms = Number(shown()?.dataset.againS ?? 12) * 1000;
setInterval(() => void lookAgain(), again_ms);
