/** What the browser's tab says: a phone in a pocket, or behind another page, is looked at there. */

import { _, fill } from "../../shared/i18n/i18n.js";
import { placeOf } from "../queue/place.js";
import { ordinal } from "../words.js";

/**
 * @param {import("../where.js").Where} where
 * @param {Partial<import("../../wire").PhoneSlices>} slices
 * @returns {string} empty where the question says it best
 */
export function titleOf(where, { me, queue }) {
  switch (where) {
    case "at_door":
      return _("At the door");
    case "called":
    case "walking":
      return _("Chair {chair} is yours", { chair: me?.request?.chair ?? 0 });
    case "in":
      return _("You’re in the bowl");
    case "waiting":
      return waitingTitle(queue ? placeOf(queue, me?.request?.listed ?? 0) : 0);
    default:
      return "";
  }
}

/** @param {number} place */
function waitingTitle(place) {
  if (place === 0) return _("Waiting");
  if (place === 1) return _("You are next");
  return _("{place} in the queue", { place: fill(ordinal(place), { n: place }).join("") });
}
