/** Takes a key out of the link's fragment, hands it in, and goes where it leads. */

const REFUSED = 400;
const FAILED = 500;

/** What to say of an error, where it is not that the key is wrong. @type {Record<string, string>} */
const OUTCOMES = { link_revoked: "taken_back", foreign_origin: "foreign" };

/** Sends the key to the server, and shows the result. */
export async function openDoor() {
  const door = /** @type {HTMLElement} */ (document.querySelector("[data-door]")).dataset.door;
  const key = decodeURIComponent(location.hash.slice(1));
  if (!key) return say("wrong");
  try {
    const answer = await fetch(door ?? "", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ key }),
    });
    if (answer.status >= FAILED) say("lost");
    else if (answer.status >= REFUSED) say(OUTCOMES[await errorOf(answer)] ?? "wrong");
    else location.replace(await wayOn(answer)); // replaced, so that the key leaves the history
  } catch {
    say("lost");
  }
}

/** @param {Response} answer */
async function wayOn(answer) {
  if (answer.status === 204) return "/";
  const { code, role, way } = await answer.json();
  if (way) return way;
  return `/${code}/${PAGES[role] ?? "console"}`;
}

/** The page of a role, where it is not the console. @type {Record<string, string>} */
const PAGES = { runner: "runner", stage_monitor: "stage" };

/** @param {Response} answer @returns {Promise<string>} */
async function errorOf(answer) {
  const { error } = await answer.json();
  return error;
}

/** Shows the texts of one outcome. @param {string} outcome */
function say(outcome) {
  for (const text of document.querySelectorAll("[data-key]")) {
    if (text instanceof HTMLElement) text.hidden = text.dataset.key !== outcome;
  }
}
