/**
 * Why somebody stands in a place, in the same sentences on the console and on the own phone, and
 * what the queue orders are called.
 */

import { _, n_ } from "../i18n/i18n.js";

/**
 * @import {QueueOrder, Reason, RulesSlice, WhyView} from "../../wire"
 */

/** The orders as they are offered. @type {QueueOrder[]} */
export const ORDERS = ["arrival", "fresh_voices", "least_floor", "alternate_groups", "lottery"];

/** @type {Record<QueueOrder, () => string>} */
const NAMES = {
  arrival: () => _("In order of arrival"),
  fresh_voices: () => _("New voices first, then in order"),
  least_floor: () => _("Least time spoken first"),
  alternate_groups: () => _("Groups take turns"),
  lottery: () => _("By lot"),
};

/** @param {QueueOrder} order */
export function orderWords(order) {
  return NAMES[order]();
}

/** What an order goes by, for whom the name says too little. @param {QueueOrder} order */
export function orderHint(order) {
  switch (order) {
    case "arrival":
      return _("Who asked first is called first.");
    case "fresh_voices":
      return _("Who has not spoken yet goes first.");
    case "least_floor":
      return _("Who has spoken least goes first; time on a chair counts where the floor is not marked.");
    case "alternate_groups":
      return _("People may name a group on their phones; groups alternate.");
    case "lottery":
      return _("Everybody drew a lot when asking.");
  }
}

/** @type {Record<Exclude<Reason, "behind" | "patience">, () => string>} */
const SENTENCES = {
  arrival: () => _("In order of arrival."),
  fresh_voices: () => _("Has not spoken yet, so goes ahead."),
  least_floor: () => _("Has spoken less, so goes ahead."),
  alternate_groups: () => _("Groups take turns."),
  lottery: () => _("The lot was drawn so."),
  reply: () => _("Replies and questions under the topic go first."),
  hand: () => _("Put here by the facilitator."),
  missed: () => _("Did not come twice, so two others go first."),
  absent: () => _("Did not come, keeps the place. The next goes first."),
  absent_again: () => _("Did not come twice, so two others go first."),
  recalled: () => _("The call was cancelled, the place is kept. The next goes first."),
  resting: () => _("Said “not now”. The next goes first, the place is kept."),
  snoozed: () => _("Rests for some minutes. The place is kept."),
};

/**
 * What people who stand one after the other for the same reason have in common, as a heading over
 * them; `behind` is the other side of what the order puts first.
 *
 * @type {Record<Reason, () => string>}
 */
const HEADINGS = {
  arrival: () => _("In order of arrival"),
  fresh_voices: () => _("New voices go first"),
  least_floor: () => _("Less time spoken goes first"),
  alternate_groups: () => _("Groups take turns"),
  lottery: () => _("By lot"),
  reply: () => _("Replies and questions go first"),
  patience: () => _("Overtaken often enough, so now first"),
  behind: () => _("Others go first"),
  hand: () => _("Put here by the facilitator"),
  missed: () => _("Did not come"),
  absent: () => _("Did not come"),
  absent_again: () => _("Did not come"),
  recalled: () => _("The call was cancelled"),
  resting: () => _("Said “not now”"),
  snoozed: () => _("Rest for some minutes"),
};

/**
 * The headings over a queue: each is there once for those who stand together; in a queue that goes
 * by arrival alone there is none.
 *
 * @param {WhyView[]} whys in the order of the queue
 * @returns {string[]} for each place the heading above it, or nothing
 */
export function headingsOf(whys) {
  if (whys.every(({ reason }) => reason === "arrival")) return whys.map(() => "");
  const all = whys.map(({ reason }) => HEADINGS[reason]());
  return all.map((heading, place) => (heading === all[place - 1] ? "" : heading));
}

/** @type {Record<QueueOrder, (n: number) => string>} */
const AHEAD = {
  // In order of arrival only who was passed often enough goes ahead.
  arrival: (n) => some(n, _("{count} person who was overtaken often goes first."), _("{count} people who were overtaken often go first.")),
  fresh_voices: (n) => some(n, _("{count} person who has not spoken yet goes first."), _("{count} people who have not spoken yet go first.")),
  least_floor: (n) => some(n, _("{count} person who has spoken less goes first."), _("{count} people who have spoken less go first.")),
  alternate_groups: (n) => some(n, _("{count} person of another group goes first."), _("{count} people of other groups go first.")),
  lottery: (n) => some(n, _("{count} person drew a better lot."), _("{count} people drew a better lot.")),
};

/**
 * Why somebody stands there, in one or two sentences.
 *
 * @param {WhyView} why
 * @param {RulesSlice} rules
 */
export function whyWords({ reason, ahead, replies, overtaken }, { order, patience }) {
  if (reason === "patience") {
    return n_("Was overtaken once, so goes first.", "Was overtaken {n} times, so goes first.", overtaken);
  }
  if (reason !== "behind") return SENTENCES[reason]();
  const sentences = [];
  if (ahead) sentences.push(AHEAD[order](ahead));
  if (replies) {
    sentences.push(some(replies, _("{count} reply goes first."), _("{count} replies go first.")));
  }
  sentences.push(n_("Nobody is overtaken more than once.", "Nobody is overtaken more than {n} times.", patience));
  return sentences.join(" ");
}

/** How often the order has stepped over somebody; empty if never. @param {WhyView} why @param {RulesSlice} rules */
export function passedWords({ overtaken }, { patience }) {
  return overtaken ? _("overtaken {overtaken} of {patience} times", { overtaken, patience }) : "";
}

/**
 * The reason of one place out of the column that all phones share.
 *
 * @param {string} whys
 * @param {number} place from 1
 * @returns {WhyView | null}
 */
export function whyOf(whys, place) {
  const token = whys.split(" ")[place - 1];
  if (!token) return null;
  const [reason, ahead, replies, overtaken] = token.split(":");
  return {
    reason: reason === "." ? "arrival" : /** @type {Reason} */ (reason),
    ahead: Number(ahead ?? 0),
    replies: Number(replies ?? 0),
    overtaken: Number(overtaken ?? 0),
  };
}

/** A sentence that begins with a number, as a word while it is small. @param {number} n @param {string} one @param {string} many */
function some(n, one, many) {
  const words = [_("One"), _("Two"), _("Three"), _("Four"), _("Five"), _("Six")];
  const count = words[n - 1] ?? String(n);
  return (n === 1 ? one : many).replace("{count}", count);
}
