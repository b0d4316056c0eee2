/** Words and numbers for how well a talk is shared. */

import { sharedHow } from "../../shared/method/equity.js";
import { _ } from "../../shared/i18n/i18n.js";

const SHARED = {
  well: () => _("well shared"),
  fairly: () => _("fairly shared"),
  few: () => _("a few people do most of the talking"),
};

/** What a Gini means. @param {number} gini */
export function sharedWords(gini) {
  return SHARED[sharedHow(gini)]();
}

/** A share from 0 to 1 in whole percent. @param {number} share */
export function percent(share) {
  return Math.round(share * 100);
}
