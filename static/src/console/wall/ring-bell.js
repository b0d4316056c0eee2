/** The bell of the room. */

import { ring } from "../../shared/device/bell.js";

/** Rings here, and in a display of the same browser. @param {string} code */
export function ringEverywhere(code) {
  if ("BroadcastChannel" in window) {
    const channel = new BroadcastChannel(`fishbowl-bell-${code}`);
    channel.postMessage("ring");
    channel.close();
  }
  return ring(2);
}
