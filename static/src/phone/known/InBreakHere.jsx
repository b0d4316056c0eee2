import { usePart } from "../load-part.js";
import { usePhone } from "../phone.js";
import { isUsed } from "./offered.js";

/** @typedef {import("../load-part.js").Known} Known */

/** Meeting in the break: only where the session is a member's, whose script is fetched for it. */
export function InBreakHere() {
  const phone = usePhone();
  const { state } = phone.slices.session;
  const isShown = (state === "running" || state === "paused") && isUsed(phone, "break");
  const { part } = usePart(phone.known, isShown);
  const found = /** @type {Known | null} */ (part);
  return isShown && found ? <found.InBreak /> : null;
}
