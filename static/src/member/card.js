/** One person's card of a session: shown to the phone that was there, and saved as a picture. */

import { deviceSecret } from "../shared/device/device-secret.js";
import { savePicture } from "../shared/device/picture.js";
import { drawCard } from "./card-picture.js";
import { all, one, showOnly } from "./page.js";

const CARD_FILE = "fishbowl-card.png";
/** Why a phone gets no card. @type {Record<number, string>} */
const WHY = { 404: "none", 409: "early" };

/** Helps with the page; a member's card is there already. */
export async function showCard() {
  const [place] = all("[data-card-of]");
  if (place && !(await fetchCard(place))) return;
  for (const form of all("[data-card-save]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void save(/** @type {HTMLFormElement} */ (form));
    });
  }
}

/** @param {HTMLElement} place @returns {Promise<boolean>} whether the card is shown */
async function fetchCard(place) {
  try {
    const answer = await fetch(`/${place.dataset.cardOf}/card/own`, {
      headers: { "X-Fishbowl-Device": deviceSecret() },
      cache: "no-store",
    });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.replaceChildren(...page.body.childNodes);
      return true;
    }
    showOnly("said", WHY[answer.status] ?? "lost");
  } catch {
    showOnly("said", "lost");
  }
  return false;
}

/** @param {HTMLFormElement} form */
async function save(form) {
  const said = one("[data-card-said]", form);
  said.textContent = "";
  const chosen = new Set([...new FormData(form).keys()]);
  try {
    await savePicture(await drawCard(one("[data-card]"), chosen), CARD_FILE);
  } catch {
    said.textContent = said.dataset.failed ?? "";
  }
}
