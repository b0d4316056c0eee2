/** Which hint is shown just now, and its words. */

import { formatMinutes } from "../../shared/time/clock.js";
import { _, listed, n_, nameOf } from "../../shared/i18n/i18n.js";

/**
 * @import {CommandBody, NudgeCode, NudgeView} from "../../wire"
 * @typedef {Map<string, number>} Waved by key: until when a hint stays away, in session time
 * @typedef {{name: string, others: string, minutes: string, nudge: NudgeView}} Told
 */

/** How long a dismissed hint stays away. */
export const AWAY_MS = 3 * 60_000;

/**
 * The one hint that is due and was not waved away.
 * @param {NudgeView[]} items most important first
 * @param {number} runMs the session clock now
 * @param {Waved} waved
 * @param {number} nowMs session time now
 */
export function dueNudge(items, runMs, waved, nowMs) {
  return (
    items.find(({ due_run_ms, key }) => due_run_ms <= runMs && (waved.get(key) ?? 0) <= nowMs) ?? null
  );
}

/** The command that one key sends. @param {NudgeView} nudge */
export function remedyOf(nudge) {
  return /** @type {CommandBody} */ (/** @type {unknown} */ ({ do: nudge.do, ...nudge.args }));
}

/** @type {Record<NudgeCode, (told: Told) => string>} */
const TOLD = {
  no_show: ({ name }) => _("{name} has not come", { name }),
  overrun: ({ minutes }) => _("The planned end was {minutes} ago", { minutes }),
  part_over: ({ minutes }) => _("This part was to end {minutes} ago", { minutes }),
  empty_chair: ({ nudge, others, minutes }) =>
    others
      ? _("Chair {chair} has been empty for {minutes}. Ready: {others}", {
          chair: nudge.chair ?? 0,
          minutes,
          others,
        })
      : _("Chair {chair} has been empty for {minutes}", { chair: nudge.chair ?? 0, minutes }),
  volunteer: ({ name }) => _("Nobody has come yet. {name} stands ready", { name }),
  long_seat: ({ name, minutes, nudge }) =>
    n_("{name} has been seated {minutes} while {n} waits", "{name} has been seated {minutes} while {n} wait", nudge.count, {
      name,
      minutes,
    }),
  above_share: ({ name, nudge }) =>
    ({
      200: _("{name} has talked twice as much as most", { name }),
      300: _("{name} has talked three times as much as most", { name }),
    })[nudge.count] ?? _("{name} has talked 1.5 times as much as most", { name }),
  first_timer: ({ name, minutes }) => _("{name} has waited {minutes} for a first turn", { name, minutes }),
  moved_on: ({ nudge }) =>
    n_("The talk has moved on: {n} waits under another topic", "The talk has moved on: {n} wait under another topic", nudge.count),
  chairs_away: ({ nudge }) => _("Closing: chair {chair} is empty", { chair: nudge.chair ?? 0 }),
  silent: ({ name, minutes }) => _("{name} has not had the floor for {minutes}", { name, minutes }),
};

/** @type {Record<string, (told: Told) => string>} */
const REMEDY = {
  withdraw_call: () => _("Cancel the call"),
  call_person: ({ others }) => _("Call {name}", { name: others }),
  extend_clock: ({ nudge }) => n_("One minute more", "{n} minutes more", nudge.count),
  begin_phase: () => _("Next part"),
  invite_voice: () => _("Invite a voice"),
  take_chair_away: () => _("Take it away"),
  ask_for_chair: ({ name }) => _("Put {name} in the queue", { name }),
  nudge_person: () => _("Send a gentle nudge"),
  move_request: ({ name }) => _("{name} goes first", { name }),
  begin_topic: ({ nudge }) => _("Back to “{title}”", { title: nudge.title }),
  give_floor: ({ name }) => _("Give {name} the floor", { name }),
};

/** What a hint says, and what its key would do. @param {NudgeView} nudge @param {number} runMs */
export function nudgeWords(nudge, runMs) {
  const told = {
    name: nudge.person ? nameOf(nudge.person) : _("Somebody"),
    others: listed(nudge.people.map(nameOf)),
    minutes: formatMinutes(Math.max(0, runMs - nudge.since_run_ms)),
    nudge,
  };
  return { text: TOLD[nudge.code](told), remedy: REMEDY[nudge.do]?.(told) ?? "" };
}
