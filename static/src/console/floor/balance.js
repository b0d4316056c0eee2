/** How one person's talk stands among the others', for the rail and the seat bar. */

import { runningMs } from "../../shared/time/clock.js";
import { figuresOf, talkMs } from "../../shared/method/equity.js";
import { _ } from "../../shared/i18n/i18n.js";

/**
 * @import {ConsoleSlices} from "../../wire"
 * @import {Mark} from "../../shared/method/equity.js"
 */

/**
 * What somebody has talked in the whole session, and whether that is far from the median.
 * @param {ConsoleSlices} slices
 * @param {number} person
 * @returns {{spoken: {turns: number, talkMs: number, tracked: boolean}, mark: Mark | null}}
 */
export function balanceOf({ equity, clock }, person) {
  const runMs = runningMs(clock);
  const voice = equity.session.voices.find((one) => one.person.id === person);
  const { tracked } = equity.session;
  if (!voice) return { spoken: { turns: 0, talkMs: 0, tracked }, mark: null };
  const { marks } = figuresOf(equity.session, runMs);
  const spoken = { turns: voice.turns, talkMs: talkMs(voice, runMs), tracked };
  return { spoken, mark: marks.get(person) ?? null };
}

/** @param {Mark} mark */
export function markWords(mark) {
  return mark === "above" ? _("heard much more than most") : _("heard less than half of most");
}
