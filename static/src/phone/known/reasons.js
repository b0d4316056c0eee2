/** Sentences for what a community answers. */

import { _ } from "../../shared/i18n/i18n.js";

/** @type {Record<string, () => string>} */
const REASONS = {
  address_refused: () => _("We may not write to this address. Leave another one, or none."),
  chatham_house: () => _("This session is under the Chatham House rule, so it is linked to nobody."),
  contact_wrong: () => _("That is no e-mail address. Check it for typing errors."),
  contact_needed: () => _("Write how we reach you, or choose “Only by my pass”."),
  limit_reached: () => _("So many sessions are linked to you that no more fit."),
  linked_otherwise: () => _("You are linked to somebody else in this session already."),
  name_needed: () => _("Enter the name that people may call you."),
  words_needed: () => _("Enter the name that people may call you."),
  not_here: () => _("You are not in this session any more, so it cannot be linked."),
  pass_unknown: () => _("This pass opens nothing here any more: it was replaced, or its owner has left."),
  suggestion_over: () => _("That is over: the time for an answer has passed, or the session has ended."),
  too_fast: () => _("Too many tries. Wait a minute, and try again."),
  under_18: () => _("This session is for under-18s: nobody is asked to be known."),
  unreachable: () => _("That could not be sent just now. Nothing is lost: try again in a moment."),
};

/** @param {string} code */
export function knownReason(code) {
  return (REASONS[code] ?? (() => _("That did not work, and nothing was changed. Ask a host.")))();
}
