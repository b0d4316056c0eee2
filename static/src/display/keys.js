/**
 * Passes the keys pressed in front of the display on to the console, in the same browser: on a
 * laptop with a projector the display's window is often the one in front. Where no console is, the
 * two keys that make a wall stand or empty do so in this window alone.
 */

/**
 * @import {Showing} from "../wire"
 * @import {Still} from "./still.js"
 */

const HEARD_MS = 250; // a console in the same browser answers within a few

/**
 * @param {string} code the session's
 * @param {Still} still
 */
export function passKeysOn(code, still) {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(`fishbowl-keys-${code}`) : null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let alone;
  channel?.addEventListener("message", (event) => {
    if (event.data?.type === "heard") clearTimeout(alone);
  });
  /** @param {KeyboardEvent} event */
  const passOn = (event) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    // "?" has its own place on every layout, so the sign counts beside the position.
    const asked = event.key === "?";
    const shift = asked || event.shiftKey;
    channel?.postMessage({ type: event.type, code: asked ? "Slash" : event.code, shift, repeat: false });
    const wanted = event.type === "keydown" ? standing(event.code, shift) : null;
    if (wanted) alone = setTimeout(() => still.toggle(wanted), channel ? HEARD_MS : 0);
    if (event.code === "Space") event.preventDefault(); // it would scroll
  };
  addEventListener("keydown", passOn);
  addEventListener("keyup", passOn);
}

/** The same two keys as on the console. @param {string} code @param {boolean} shift @returns {Showing | null} */
function standing(code, shift) {
  if (code === "Period" && !shift) return "blank";
  return code === "KeyQ" && shift ? "frozen" : null;
}
