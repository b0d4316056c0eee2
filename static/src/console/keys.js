/** Looks keys up: from a press to its action, and from an action to what stands on its key. */

import { KEYS } from "./keytable.js";

/**
 * @import {Action} from "./keytable.js"
 * @typedef {{code: string, shift: boolean}} Press
 */

const BY_PRESS = new Map(
  KEYS.flatMap((key) => key.codes.map((code) => [`${key.shift ? "shift " : ""}${code}`, key])),
);
const BY_ACTION = new Map(KEYS.map((key) => [key.action, key]));

/**
 * Tell what a press means.
 * @param {Press} press
 * @returns {{action: Action, number: number | null} | null}
 */
export function actionOf({ code, shift }) {
  const key = BY_PRESS.get(`${shift ? "shift " : ""}${code}`);
  if (!key) return null;
  const number = /^(?:Digit|Numpad)(\d)$/.exec(code);
  return { action: key.action, number: number ? Number(number[1]) : null };
}

/** What stands on the key of an action. @param {Action} action */
export function signOf(action) {
  return BY_ACTION.get(action)?.sign ?? "";
}

/** The value of `aria-keyshortcuts` for an action. @param {Action} action */
export function shortcutOf(action) {
  const key = BY_ACTION.get(action);
  if (!key) return undefined;
  const name = key.codes[0].replace(/^(?:Key|Digit)/, "");
  return key.shift ? `Shift+${name}` : name;
}

/** Whether the key of an action is held for a second. @param {Action} action */
export function isHeld(action) {
  return BY_ACTION.get(action)?.hold ?? false;
}
