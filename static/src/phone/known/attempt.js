/**
 * A form that was sent and whose answer did not come: the server may have made the member, and this
 * page may be loaded again before it is known. Id and pass are kept until an answer has come.
 */

import { installationMark, keepPass } from "../../shared/device/kept-pass.js";
import { signIn } from "./members.js";

/** @typedef {{id: string, pass: string}} Attempt the same for every try of one form */

const NAME = "fishbowl_being_known_";

/** @returns {Attempt | null} */
export function keptAttempt() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME + installationMark()) ?? "null");
    return typeof kept?.id === "string" && typeof kept.pass === "string" ? { id: kept.id, pass: kept.pass } : null;
  } catch {
    return null; // no storage, or something else wrote there
  }
}

/** @param {Attempt} attempt */
export function keepAttempt({ id, pass }) {
  try {
    localStorage.setItem(NAME + installationMark(), JSON.stringify({ id, pass }));
  } catch {
    // then only until the page is closed
  }
}

/** An answer has come. */
export function dropAttempt() {
  try {
    localStorage.removeItem(NAME + installationMark());
  } catch {
    // then there is none
  }
}

/**
 * Asks what became of a form whose answer did not come.
 *
 * @returns {Promise<boolean>} whether it has made a member: then this phone holds the pass
 */
export async function finishAttempt() {
  const attempt = keptAttempt();
  if (!attempt) return false;
  const mine = await signIn(attempt.pass);
  if (!mine.ok) return false; // it never arrived, or nobody can tell: the form goes on with the same id and pass
  dropAttempt();
  keepPass({ pass: attempt.pass, name: mine.body.name });
  return true;
}
