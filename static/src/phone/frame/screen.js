/** What a change of screen means outside of it: the ground, the title, the focus. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { _ } from "../../shared/i18n/i18n.js";

const SETTLE_MS = 500; // a double tap must not press what appears under the thumb

/**
 * Colours the whole page, its overscroll and the browser's bar included.
 *
 * @param {import("../where.js").Ground} ground
 */
export function useGround(ground) {
  useLayoutEffect(() => {
    document.documentElement.dataset.ground = ground;
    browserBar().content = getComputedStyle(document.body).backgroundColor;
  }, [ground]);
}

/** @returns {HTMLMetaElement} what colours the browser's own bar */
function browserBar() {
  const known = document.querySelector('meta[name="theme-color"]');
  if (known instanceof HTMLMetaElement) return known;
  const bar = document.createElement("meta");
  bar.name = "theme-color";
  document.head.append(bar);
  return bar;
}

/** At once, and in a tab behind others too, where frames are not drawn. @param {string} title */
export function useTitle(title) {
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
}

/**
 * Moves the focus to the heading of a new screen: what had it before is gone.
 *
 * @param {string} screen
 */
export function useArrival(screen) {
  const before = useRef("connecting");
  useLayoutEffect(() => {
    const arrived = before.current !== "connecting" && before.current !== screen;
    before.current = screen;
    if (!arrived) return;
    scrollTo(0, 0);
    document.querySelector("h1")?.focus({ preventScroll: true });
  }, [screen]);
}

/** Says to screen readers what changed by itself. @param {string} text nothing is said if empty */
export function useSaid(text) {
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
}

/**
 * What to say when the connection is lost, and when it is back.
 *
 * @param {boolean} lost
 * @param {boolean} placed whether there is a place to be kept
 * @param {boolean} stopping whether the server has said that it stops
 */
export function useConnectionText(lost, placed, stopping) {
  const wasLost = useRef(false);
  wasLost.current ||= lost;
  if (lost) return lostText(placed, stopping);
  return wasLost.current ? _("You are connected again.") : "";
}

/** @param {boolean} placed @param {boolean} stopping whether the server has said that it stops */
export function lostText(placed, stopping) {
  if (stopping) {
    return placed
      ? _("The server has stopped for now. What was confirmed is saved, your place is kept, and this page comes back by itself.")
      : _("The server has stopped for now. This page comes back by itself.");
  }
  return placed ? _("Reconnecting… your place is kept.") : _("Reconnecting…");
}

/** What is said when no answer has come, though the connection stands. */
export function unconfirmedText() {
  return _("Not confirmed yet. Your tap is kept, and sent again when the connection is renewed.");
}

/** @returns {boolean} false for the first moment of a button's life */
export function useSettled() {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
