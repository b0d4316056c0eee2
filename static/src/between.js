/**
 * The wall between two sessions: puts in its place what has changed, without a blink, and leaves for
 * the display of the session in its room.
 */

import "./styles/between.css";

const LATE_MS = 10_000;

/** What the wall shows. @returns {HTMLElement | null} */
function shown(page = document) {
  return page.querySelector("main[data-again-s]");
}

/** Loads the page again; while the server does not answer, the wall stays as it is. */
async function lookAgain() {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: ends(LATE_MS) });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [before, after] = [shown(), shown(page)];
    if (after?.dataset.goesTo) location.replace(after.dataset.goesTo);
    else if (before && after && before.outerHTML !== after.outerHTML) before.replaceWith(after);
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

const goesTo = shown()?.dataset.goesTo;
if (goesTo) location.replace(goesTo);

const again_ms = Number(shown()?.dataset.againS ?? 12) * 1000;
setInterval(() => void lookAgain(), again_ms);
