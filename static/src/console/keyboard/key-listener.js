/** Listens to the keyboard, here and in the display windows of this session. */

import { keyChannel, obeyDisplayKeys } from "./display-keys.js";
import { isLetter, lettersWait, toStarters } from "./lobby.js";

/**
 * @import {Desk} from "../desk/desk.js"
 * @import {DisplayPress} from "./display-keys.js"
 */

/**
 * Pass every key to the desk.
 * @param {Desk} desk
 * @returns {() => void} the end
 */
export function listen(desk) {
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  addEventListener("keydown", (event) => onDown(desk, event), options);
  addEventListener("keyup", (event) => onUp(desk, event), options);
  addEventListener("blur", () => desk.keyInput.reset(), { signal: ended.signal });
  if (!("BroadcastChannel" in window)) return () => ended.abort();
  const channel = new BroadcastChannel(keyChannel(desk.code));
  addEventListener(
    "focus",
    obeyDisplayKeys(channel, (press) => onFar(desk, press)),
    { signal: ended.signal },
  );
  return () => {
    ended.abort();
    channel.close();
  };
}

/** @param {Desk} desk @param {KeyboardEvent} event */
function onDown(desk, event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (isTyping(event)) {
    // The field closes itself on Escape, where it can be closed.
    if (event.code === "Escape") /** @type {HTMLElement} */ (event.target).blur();
    return;
  }
  if (lettersWait(desk) && isLetter(event)) return toStarters(); // the letter follows the focus
  if (isForButton(event) || (desk.reviewing === null && isForScrolling(event))) return;
  // "?" has its own place on every layout, so the sign counts beside the position.
  const press =
    event.key === "?" ? { code: "Slash", shift: true } : { code: event.code, shift: event.shiftKey };
  if (desk.keyInput.press({ ...press, repeat: event.repeat })) event.preventDefault();
}

/** @param {Desk} desk @param {KeyboardEvent} event */
function onUp(desk, event) {
  desk.keyInput.release(event.code);
  // A focused button would answer Space when it goes up; Space stays the next action.
  if (event.code === "Space" && !isTyping(event)) event.preventDefault();
}

/** @param {Desk} desk @param {DisplayPress} press */
function onFar(desk, { code, shift, type, repeat }) {
  desk.keyInput.release(code); // a display sends no repeats: every key down is a new one
  if (type === "keydown" && lettersWait(desk) && isLetter({ code })) return;
  if (type === "keydown") desk.keyInput.press({ code, shift, repeat });
}

/** Whether the key belongs to a field. The empty field of starters lets Space through: no name begins with it. @param {KeyboardEvent} event */
function isTyping({ target, code }) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.dataset.space === "through") {
    return !(code === "Space" && target.value === "");
  }
  return target.matches("input, textarea, select") || target.isContentEditable;
}

/** Whether Enter belongs to the focused button; on the picked chair it gives the floor. @param {KeyboardEvent} event */
function isForButton({ target, code }) {
  if (!code.endsWith("Enter") || !(target instanceof Element)) return false;
  const button = target.closest("button, a[href], summary");
  return button !== null && !button.matches('.chair [aria-pressed="true"], .chair[aria-pressed="true"]');
}

/** Whether an arrow scrolls what it is in: everything that scrolls but the queue; all, where no queue is shown. @param {KeyboardEvent} event */
function isForScrolling({ target, code }) {
  if (!code.startsWith("Arrow") || !(target instanceof Element)) return false;
  const scroller = target.closest("[tabindex='0']:not(.queue)");
  return scroller !== null || !document.querySelector(".queue");
}
