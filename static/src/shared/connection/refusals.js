/** Sentences for the codes with which the server refuses, or says that something is so already. */

import { _, nameOf } from "../i18n/i18n.js";

/** @typedef {import("../../wire").AlreadyCode} AlreadyCode */
/** @typedef {import("../../wire").Label} Label */
/** @typedef {import("../../wire").RejectionCode} RejectionCode */
/** @typedef {import("../../wire").Said} Said */
/** @typedef {Record<string, any>} Params */

/** @type {Record<RejectionCode, (p: Params) => string>} */
const REFUSED = {
  already_begun: () => _("The session has begun. Change it on the console."),
  already_in_queue: () => _("Already in the queue. The place is kept."),
  already_seated: ({ person, chair }) =>
    person
      ? _("{person} sits on chair {chair} already.", { person, chair })
      : _("You sit on a chair already."),
  answer_unknown: () => _("That answer is not there any more."),
  not_looking_back: () => _("That is for the end of the talk. It opens by itself."),
  stage_over: () => _("The room has gone on to another question. Your words are still here."),
  takeaway_unknown: () => _("That is not shared any more."),
  bad_date: () => _("There is no such day. Write it like 2026-12-01."),
  bad_link: ({ why }) =>
    why === "user"
      ? _("That link hides where it leads. Remove everything before the @.")
      : _("That is not a web address. It starts with https://."),
  bad_hours: ({ field }) => {
    if (field === "closes_before") return _("The doors close before they open.");
    return field === "keep_until_ms"
      ? _("That date has passed. Choose a later one.")
      : _("That time has passed. Choose a later one.");
  },
  bad_size: ({ field, most, least }) => {
    if (field === "chairs") return _("With the open ones, at least {least} chairs are needed.", { least });
    if (field === "network") return _("A Wi-Fi’s name has at most {most} letters.", { most });
    if (field === "password") return _("This Wi-Fi’s password has at least {least} letters.", { least });
    return field === "open_chairs"
      ? _("At least one chair is for talking: keep at most {most} open.", { most })
      : _("That number does not fit.");
  },
  bad_times: ({ field, person }) => {
    if (field === "chair") return _("{person} sat there, or then, at that time.", { person });
    if (field === "turn") return _("{person} was not on a chair all that time.", { person });
    return _("The start must be before the end, and not in the future.");
  },
  both_seated: ({ person }) =>
    _("Both have sat at the same time, so {person} is somebody else.", { person }),
  call_over: () => _("That call is over. The place in the queue is kept."),
  chair_closing: ({ chair }) => _("Chair {chair} closes when it is left. Nobody new takes it.", { chair }),
  chair_held: ({ person, chair }) => _("Chair {chair} is held for {person}.", { person, chair }),
  chair_kept: ({ chair }) => _("Chair {chair} is kept for its host or guest.", { chair }),
  chair_taken: ({ person, chair }) =>
    _("{person} has just taken chair {chair}. Nothing else has changed.", { person, chair }),
  chair_tapped: ({ person, chair }) =>
    _("{person} was a moment sooner on chair {chair}. Pick another one.", { person, chair }),
  chair_unknown: ({ chair }) => _("There is no chair {chair}.", { chair }),
  device_taken: () => _("This phone is somebody else’s in this session."),
  door_locked: () => _("The door is closed just now. Ask the facilitator to let you in."),
  doors_closed: () => _("The doors have closed. Ask the facilitator to let you in."),
  doors_not_open: () => _("The doors are not open yet. This page opens by itself."),
  facilitator_only: () => _("Only the facilitator can do that."),
  forgotten: () => _("Everything about this person was deleted, as they wished."),
  has_phone: ({ person }) =>
    _("{person} has a phone. Choose the guest without one first.", { person }),
  format_unknown: () => _("There is no such format."),
  invalid_command: () => _("That did not work. Reload the page and try once more."),
  item_unknown: () => _("That is not there any more."),
  limit_reached: ({ most }) => _("The maximum is {most}.", { most }),
  link_revoked: () => _("This link no longer works. Ask the facilitator for a new one."),
  name_needed: () => _("Enter a name."),
  names_settled: () => _("Who is named was agreed for everybody. It is not chosen one by one here."),
  not_behind: ({ person }) => _("{person} is not behind you any more.", { person }),
  not_for_reading: () => _("That is not meant to be read aloud."),
  not_recorded: () => _("Nobody’s name leaves the room, so this talk is not recorded."),
  not_running: () => _("That is possible while the session runs."),
  not_saved: () => _("It could not be saved, so nothing has changed. Try once more."),
  note_unknown: () => _("That note is not there any more."),
  not_yours: () => _("That is somebody else’s."),
  nobody_signed_up: () => _("Nobody who is here has signed up to tell yet."),
  nothing_to_undo: () => _("There is nothing to undo."),
  person_unknown: () => _("This person is not in this session."),
  question_over: () => _("That question is not up any more."),
  question_taken_up: () => _("The bowl has your question already."),
  question_unknown: () => _("That question is not in this session."),
  phase_moved: () => _("Another part has begun. Check again."),
  phase_over: () => _("That part is over already."),
  promise_given: () => _("Somebody has already joined under this rule about names, so it cannot be changed."),
  phase_unknown: () => _("That part is not in the run of show."),
  queue_closed: () => _("The last minutes have begun. You can still write your point."),
  request_over: () => _("That request is no longer in the queue."),
  same_takeaway: () => _("They are already merged."),
  kinds_differ: () => _("Only items of the same kind can be merged."),
  same_topic: () => _("That is the same topic."),
  rule_changed: () => _("The rule has just changed. Your place in the queue is kept."),
  sent_out: () => _("The facilitator has asked you to leave this session."),
  session_closed: () => _("The session has ended."),
  session_exists: () => _("There is a session with that code already."),
  session_deleted: () => _("This session was deleted. Nothing was kept."),
  session_unknown: () => _("No session has that code. Compare it with the wall."),
  summary_published: () => _("The summary is already published. Ask the facilitator to unpublish it first."),
  summary_not_ready: () => _("The summary is available once the session has ended."),
  too_few_topics: ({ least }) => _("Put {least} topics up first, so that there is a choice.", { least }),
  too_fast: () => _("That was many taps at once. Wait a moment."),
  too_large: () => _("That is too long. Say it in fewer words."),
  topic_merged: () => _("That topic is part of another one now."),
  topic_not_current: () => _("The talk has gone on to another topic."),
  topic_not_up: () => _("That topic is not up for votes just now."),
  too_little_left: () => _("That part would have less than a minute left."),
  topic_unknown: () => _("That topic is not in this session."),
  turn_over: () => _("That chair is free already."),
  under_18: () => _("This session is for under-18s: nobody is asked to be known."),
  under_18_date: () => _("A session for under-18s needs a date on which its people are forgotten."),
  under_18_names: () => _("A session for under-18s names nobody."),
  undo_overtaken: ({ person, chair, part }) => {
    if (part === "wifi") return _("The Wi-Fi’s password was deleted after the end, so the end stays.");
    if (chair && person) return _("{person} has chair {chair} by now. Undo that first.", { person, chair });
    if (person) return _("{person} has gone on since. Undo that first.", { person });
    return _("Something else has changed it since. Undo that first.");
  },
  waiting_room_full: () => _("Too many wait at the door just now. Try again in a moment."),
  waits_at_door: ({ person }) =>
    person ? _("{person} is still at the door and has to be let in first.", { person }) : _("You are at the door. The facilitator lets you in."),
  vote_code_needed: () => _("Type the number on the wall first."),
  vote_too_late: () => _("This began before you came in. Ask the facilitator to let you take part."),
  wrong_code: () => _("That is not the number on the wall."),
  vote_over: () => _("That vote is over."),
  web_names_people: () => _("Nobody’s name leaves the room, so nobody is shown who spoke after whom."),
  words_needed: ({ field }) =>
    field === "question" ? _("Write the question first.") : _("Write a few words first."),
  words_unknown: () => _("Nobody here has these words. Check each one."),
};

/** @type {Record<AlreadyCode, (p: Params) => string>} */
const ALREADY = {
  already_called: ({ person, chair }) =>
    _("{person} is on the way to chair {chair} already.", { person, chair }),
  already_seated_there: ({ person, chair }) =>
    _("{person} sits on chair {chair} already.", { person, chair }),
  already_so: () => _("That is so already."),
};

/**
 * The sentence for a refusal (`ack.error`) or for what was so already (`ack.said`).
 *
 * @param {Said} said
 * @param {(person: number) => Label | undefined} [labelOf] finds people, whom params name by id
 */
export function reasonFor(said, labelOf = () => undefined) {
  const sentences = /** @type {Record<string, (p: Params) => string>} */ ({ ...REFUSED, ...ALREADY });
  const params = { ...said.params };
  if ("person" in params) {
    const label = labelOf(params.person);
    params.person = label ? nameOf(label) : _("Somebody");
  }
  return (sentences[said.code] ?? REFUSED.invalid_command)(params);
}
