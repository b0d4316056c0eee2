/** What the member's pages share: asking the server, showing one of several texts, keeping the fragment. */

/** @typedef {{status: number, data: Record<string, any>}} Answer `status`: 0 if the server did not answer */

/**
 * Sends JSON. What is secret goes in the body: paths are written into logs.
 *
 * @param {string} path
 * @param {object} body
 * @returns {Promise<Answer>}
 */
export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const data = answer.status === 204 ? {} : await answer.json();
    return { status: answer.status, data };
  } catch {
    return { status: 0, data: {} };
  }
}

/** The only element that a selector finds; the template has it. @param {string} selector @param {ParentNode} [root] */
export function one(selector, root = document) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} */
export function all(selector, root = document) {
  return [...root.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);
}

/**
 * Shows the elements whose attribute has this value, and hides the others that have the attribute.
 *
 * @param {string} name of the attribute, without `data-`
 * @param {string} value
 */
export function showOnly(name, value) {
  for (const element of all(`[data-${name}]`)) {
    element.hidden = element.getAttribute(`data-${name}`) !== value;
  }
}

/** What stands behind the #. */
export function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // broken in a mail program
  }
}

/** Lets a choice of language or light take the fragment along. */
export function takeFragmentAlong() {
  for (const link of document.querySelectorAll(".reading a")) {
    if (link instanceof HTMLAnchorElement) link.hash = location.hash;
  }
}

/** Takes the fragment out of the address and the history. */
export function dropFragment() {
  history.replaceState(history.state, "", location.pathname + location.search);
}

/** Offers every time zone that the browser knows, with its own or the given one chosen. @param {string} [chosen] */
export function offerZones(chosen) {
  const list = document.querySelector("[data-zones]");
  if (!(list instanceof HTMLSelectElement)) return;
  const own = chosen || Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  const known = "supportedValuesOf" in Intl ? Intl.supportedValuesOf("timeZone") : [];
  const zones = [...new Set([own, "UTC", ...known])].sort();
  list.replaceChildren(...zones.map((zone) => new Option(zone.replace(/_/g, " "), zone, zone === own, zone === own)));
}
