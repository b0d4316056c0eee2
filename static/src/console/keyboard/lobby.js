/**
 * Before the start, what is typed is the name of somebody who starts: letter keys wait, and the
 * first letter goes into the field even where it has lost the focus.
 */

/** The field for those who start. */
export const STARTERS = "starters";

/**
 * Whether letter keys do nothing: the session has not started and nobody is picked.
 * @param {import("../desk/desk.js").Desk} desk
 */
export function lettersWait(desk) {
  if (!desk.isReady || desk.slices.session.state !== "lobby" || desk.slices.you.role === "note_taker") return false;
  return desk.picked === null && desk.request === null && desk.reviewing === null;
}

/** Whether a key means a letter, on any layout. @param {{code: string, key?: string}} press */
export function isLetter({ code, key = "" }) {
  return /^Key[A-Z]$/.test(code) || /^\p{Letter}\p{Mark}*$/u.test(key);
}

/**
 * Put the cursor where the name of who starts is typed, unless something else was chosen: what is
 * typed next goes there.
 */
export function toStarters() {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById(STARTERS));
  const { activeElement } = document;
  const isElsewhere = activeElement instanceof Element && activeElement.closest("aside, .rail");
  if (field && !field.disabled && !isElsewhere) field.focus();
}
