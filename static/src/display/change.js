/** From one screen to the next: what was there fades, then the other comes up. */

import { useEffect, useState } from "preact/hooks";

const LESS = "(prefers-reduced-motion: reduce)";

/**
 * The screen to be drawn now, and whether it is on its way out.
 *
 * @template {string} S
 * @param {S} wanted
 * @returns {{screen: S, isLeaving: boolean}}
 */
export function useCalmChange(wanted) {
  const [screen, setScreen] = useState(wanted);
  const isCut = document.hidden || matchMedia(LESS).matches;
  useEffect(() => {
    if (screen === wanted) return;
    const timer = setTimeout(() => setScreen(wanted), isCut ? 0 : moveMs());
    return () => clearTimeout(timer);
  }, [screen, wanted, isCut]);
  if (isCut) return { screen: wanted, isLeaving: false };
  return { screen, isLeaving: screen !== wanted };
}

/** How long something takes to leave: the token of the style. */
function moveMs() {
  return parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--t-move")) || 0;
}
