/** Looks keys up: from a press to its action, and from an action to what stands on its key. */

import { KEYS } from "./key-table.js";

/**
 * @import {Action, On} from "./key-table.js"
 * @typedef {{code: string, shift: boolean}} Press
 */

const BY_PRESS = new Map(
  KEYS.flatMap((key) => key.codes.map((code) => [pressOf(code, key.shift, key.on), key])),
);
/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1 };
const BY_ACTION = new Map(KEYS.map((key) => [key.action, key]));

/** @param {string} code @param {boolean} [shift] @param {On | null} [on] */
function pressOf(code, shift, on) {
  return `${on ? `${on} ` : ""}${shift ? "shift " : ""}${code}`;
}

/**
 * Tell what a press means.
 * @param {Press} press
 * @param {On | null} [on] what is picked: its keys come first
 * @returns {{action: Action, number: number | null} | null}
 */
export function actionOf({ code, shift }, on = null) {
  const key = (on && BY_PRESS.get(pressOf(code, shift, on))) || BY_PRESS.get(pressOf(code, shift));
  if (!key) return null;
  const number = /^(?:Digit|Numpad)(\d)$/.exec(code);
  return { action: key.action, number: number ? Number(number[1]) : (STEPS[code] ?? null) };
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

/**
 * Whether going on to the next part is held, as it would take a call back from somebody on the way.
 * Else it is one press: clickers cannot hold.
 * @param {import("../../wire").ConsoleSlices} slices
 */
export function holdsNextPart({ queue }) {
  return queue.calls.length > 0;
}

/** What is done all the time: its keycap always shows. @type {Action[]} */
const MAIN = ["next", "remedy", "skip", "extend", "next_part", "close", "undo", "redo", "come", "speaking", "swap", "free"];

/** Whether the keycap of an action always shows, or on demand only. @param {Action} action */
export function isMain(action) {
  return MAIN.includes(action);
}

/** Whether the key of an action is held for a second. @param {Action} action */
export function isHeld(action) {
  return BY_ACTION.get(action)?.hold ?? false;
}
