/** Words that more than one screen of the phone needs. */

import { backWords } from "../shared/time/break.js";
import { _, language, n_ } from "../shared/i18n/i18n.js";

/** @typedef {import("../wire").BowlSlice} BowlSlice */
/** @typedef {import("../wire").RequestKind} RequestKind */
/** @typedef {import("../wire").TopicState} TopicState */

/** What one may want to bring, in the order in which it is offered. @type {RequestKind[]} */
export const KINDS = ["new_point", "reply", "question", "read_aloud"];

/**
 * A place like "3rd", with the number still to be filled in.
 *
 * @param {number} place
 * @param {string} [lang]
 */
export function ordinal(place, lang = language()) {
  const rule = new Intl.PluralRules(lang, { type: "ordinal" }).select(place);
  if (rule === "one") return _("{n}st");
  if (rule === "two") return _("{n}nd");
  return rule === "few" ? _("{n}rd") : _("{n}th");
}

/** @param {number} n */
export function waitText(n) {
  return n === 0 ? _("Nobody waits.") : n_("{n} waits.", "{n} wait.", n);
}

/** How many chairs one could take now. @param {BowlSlice} bowl */
export function openText(bowl) {
  const open = bowl.chairs.filter((chair) => chair.state === "open").length;
  if (open === 0) return _("No chair is open just now.");
  return n_("One chair is open.", "{n} chairs are open.", open);
}

/** That the room rests, and until when. @param {import("../wire").ClockSlice} clock */
export function breakText(clock) {
  return _("Break. {back}. You keep your place.", { back: backWords(clock) });
}

/** Where a suggested topic has got to, for the one who suggested it. @param {TopicState} state */
export function topicText(state) {
  switch (state) {
    case "suggested":
      return _("The facilitator will review it");
    case "aside":
      return _("Set aside for now");
    case "up":
      return _("Put up");
    case "current":
      return _("On the table now");
    case "done":
      return _("Talked about");
    case "parked":
      return _("Kept for later");
    case "merged":
      return _("Merged with another topic");
  }
}

/**
 * What becomes of a question, for the one who asked it.
 *
 * @param {import("../wire").MyQuestion} question
 */
export function questionText({ state, why }) {
  switch (state) {
    case "waiting":
      return _("The facilitator will review it");
    case "up":
      return _("Put up");
    case "answered":
      return _("The bowl has taken it up");
    case "aside":
      return why ? asideText(why) : "";
  }
}

/** Why a question was set aside. @param {import("../wire").AsideWhy} why */
export function asideText(why) {
  switch (why) {
    case "off_topic":
      return _("Set aside: it is off today’s question.");
    case "personal":
      return _("Set aside: it is about a person.");
    case "said_already":
      return _("Set aside: it has come up already.");
    case "not_a_question":
      return _("Set aside: it is not a question. Ask for the chair and say it.");
  }
}
