import { usePart } from "../load-part.js";
import { usePhone } from "../phone.js";
import { isOffered } from "./offered.js";

/** @typedef {import("../load-part.js").Known} Known */

/** On the page about oneself: being known, or becoming so. */
export function KnownSection() {
  const phone = usePhone();
  const isShown = isOffered(phone);
  const { part } = usePart(phone.known, isShown);
  const found = /** @type {Known | null} */ (part);
  return isShown && found ? <found.AboutKnown /> : null;
}
