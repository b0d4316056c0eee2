/** The bell of the room, in a display. */

import { ring } from "../lib/bell.js";

/** Rings when a console in the same browser says so. @param {string} code the session's */
export function ringWhenTold(code) {
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(`fishbowl-bell-${code}`);
  channel.addEventListener("message", () => ring(2));
}
