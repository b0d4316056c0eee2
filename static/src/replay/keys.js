/** The keys of the player; buttons and fields keep their own. */

import { chapterFrom } from "./tape.js";

/** @import {Player} from "./player.js" */

const STEP_MS = 10_000;

/** @type {Record<string, (player: Player) => void>} */
const KEYS = {
  " ": (player) => player.toggle(),
  ArrowRight: (player) => player.seek(player.runMs + step()),
  ArrowLeft: (player) => player.seek(player.runMs - step()),
  PageDown: (player) => jump(player, 1),
  PageUp: (player) => jump(player, -1),
  Home: (player) => player.seek(0),
  End: (player) => player.seek(player.tape.length_ms),
};

/** To the next topic, or back. @param {Player} player @param {1 | -1} way */
export function jump(player, way) {
  const end = way > 0 ? player.tape.length_ms : 0;
  player.seek(chapterFrom(player.tape.chapters, player.runMs, way)?.at_run_ms ?? end);
}

/** @param {Player} player @returns {() => void} the end of it */
export function listen(player) {
  /** @param {KeyboardEvent} event */
  const pressed = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTheirs(event)) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act(player);
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}

/** Whether the key means something where it was pressed. @param {KeyboardEvent} event */
function isTheirs({ key, target }) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("select")) return true;
  return key === " " && target.matches("button, a");
}

/** In right-to-left text, the left arrow goes forward. */
function step() {
  return document.documentElement.dir === "rtl" ? -STEP_MS : STEP_MS;
}
