/**
 * The pass that this browser keeps, with the name to greet its owner by. Small, so that the first
 * page of a phone can have it.
 *
 * An address may belong to another installation next month: what is kept says whose it is. At a laptop
 * that has a home it is the home's.
 */

/** @typedef {{pass: string, name: string}} KeptPass */

const NAME = "fishbowl_pass_";

/** The mark of the installation that made this page; it names it and proves nothing. */
export function installationMark() {
  return document.documentElement.dataset.installation ?? "";
}

/** The mark of the home of this installation; empty where it is its own home. */
export function homeMark() {
  return document.documentElement.dataset.home ?? "";
}

/** The mark of the installation whose passes are good here: at a laptop that of its home. */
export function passMark() {
  return homeMark() || installationMark();
}

/** @returns {KeptPass | null} */
export function keptPass() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME + passMark()) ?? "null");
    return typeof kept?.pass === "string" && typeof kept.name === "string" ? kept : null;
  } catch {
    return null; // no storage, or something else wrote there
  }
}

/**
 * Keeps a pass.
 *
 * @param {KeptPass} kept
 * @returns {boolean} whether this browser keeps it; if not, the picture and the link must
 */
export function keepPass({ pass, name }) {
  try {
    localStorage.setItem(NAME + passMark(), JSON.stringify({ pass, name }));
  } catch {
    return false; // full, or forbidden in a private window
  }
  return keptPass()?.pass === pass;
}

/** Forgets the pass on this phone; elsewhere it stays good. */
export function dropPass() {
  try {
    localStorage.removeItem(NAME + passMark());
  } catch {
    // then there is none
  }
}
