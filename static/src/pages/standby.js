/**
 * Keeps the page of a standby up to date. What has changed is put into the page, which is not
 * loaded again: whoever is about to press keeps the button under the finger.
 */

const EVERY_MS = 3000;

/**
 * Ask for this page again and again while somebody looks, until the button is pressed: to load the
 * page again would give up the answer to the button.
 */
export function keepTold() {
  const pressed = new AbortController();
  document.addEventListener("submit", () => pressed.abort());
  const again = async () => {
    if (pressed.signal.aborted) return;
    if (document.visibilityState === "visible") await ask(pressed.signal).catch(() => undefined); // it ends: next time
    setTimeout(again, EVERY_MS);
  };
  setTimeout(again, EVERY_MS);
}

/** Show what the page says now; where it is another page, go there. @param {AbortSignal} signal */
async function ask(signal) {
  const answer = await fetch(location.pathname, { cache: "no-store", signal });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (signal.aborted) return;
  const told = page.querySelectorAll("[data-told]");
  if (!told.length) location.reload();
  for (const one of told) {
    const shown = document.querySelector(`[data-told="${one.getAttribute("data-told")}"]`);
    if (shown && shown.textContent !== one.textContent) shown.textContent = one.textContent;
  }
}
