/** The sentence for somebody in the bowl, by what matters most at the moment. */

import { backWords, isBreak } from "../../shared/time/break.js";
import { formatLeft, runningMs } from "../../shared/time/clock.js";
import { _, n_, nameOf } from "../../shared/i18n/i18n.js";
import { NUDGED_MS } from "../../shared/limits.js";
import { waitingCount } from "../queue/place.js";

const ARRIVAL_MS = 30_000;

/**
 * @param {import("../../wire").MyTurn} turn
 * @param {import("../../wire").PhoneSlices} slices
 * @param {number} now
 */
export function hintFor(turn, { session, rules, queue, clock }, now) {
  if (session.state === "lobby") return _("You are among the first voices. It starts in a moment.");
  if (isBreak(clock)) return _("Break. {back}. Your time is stopped.", { back: backWords(clock) });
  if (session.state === "paused") return _("Paused for a moment. Your time is stopped.");
  const run = runningMs(clock, now);
  if (turn.tapped_by) {
    return _("{name} takes over when you have finished your sentence.", { name: nameOf(turn.tapped_by) });
  }
  if (turn.asked) return _("Somebody is waiting for a chair. When you have made your point, pass yours on.");
  if (turn.nudged_at_ms !== null && now - turn.nudged_at_ms < NUDGED_MS) {
    return _("A quiet sign from the facilitator: please finish when you can.");
  }
  if (rules.entry === "free" && run - turn.began_run_ms < ARRIVAL_MS) {
    return _("Chair {chair} is yours. Walk up and sit down.", { chair: turn.chair });
  }
  const count = waitingCount(queue);
  if (count === 0) return _("Nobody waits. Take your time.");
  return n_(
    "One person waits. When you’ve said it, pass the chair on.",
    "{n} people wait. When you’ve said it, pass the chair on.",
    count,
  );
}

/**
 * How long the one more minute still is; empty when there is none.
 *
 * @param {import("../../wire").MyTurn} turn
 * @param {import("../../wire").ClockSlice} clock
 * @param {number} now
 */
export function minuteText({ minute_until_run_ms: until }, clock, now) {
  if (until === null) return "";
  return _("Your minute: {left}", { left: formatLeft(Math.max(0, until - runningMs(clock, now))) });
}

/** Whether one may want a minute more: somebody waits for this very chair. @param {import("../../wire").MyTurn} turn */
export function mayWantMinute(turn) {
  return !turn.minute && (turn.asked || turn.tapped_by !== null || turn.nudged_at_ms !== null);
}
