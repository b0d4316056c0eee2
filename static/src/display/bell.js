/** The bell of the room, in a display. */

import { canRing, ring, watchBell } from "../shared/device/bell.js";

/** Rings when a console in the same browser says so. @param {string} code the session's */
export function ringWhenTold(code) {
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(`fishbowl-bell-${code}`);
  channel.addEventListener("message", () => ring(2));
}

/**
 * Lets the consoles know whether this window's bell would be heard: a browser keeps a window silent
 * until somebody has touched it.
 *
 * @param {import("../shared/connection/live.js").Room<"display">} room
 */
export function tellWhetherSilent(room) {
  watchBell(() => room.tells({ silent: !canRing() }));
}
