/**
 * What has happened, in words: one sentence for every event that "Just now" shows. Events that only
 * prepare the next one (a person is added, then takes a chair) have none.
 */

import { _, language, n_, nameOf } from "../../shared/i18n/i18n.js";
import { orderWords } from "../../shared/method/place-reasons.js";
import { stageName } from "../../shared/method/debrief-words.js";
import { noteKind } from "../notes/notes.js";
import { roleWords } from "../desk/rights.js";
import { titleOf } from "../../shared/method/phase-prompts.js";

/**
 * @import {DebriefStage, LogLine, NoteKind, QueueOrder, RunSlice} from "../../wire"
 * @typedef {{name: string, other: string, chair: number, title: string, line: LogLine}} Told
 */

/** @type {Record<string, (told: Told) => string>} */
const TOLD = {
  "session.started": () => _("The session started"),
  "session.idle": () => _("Ended after twelve hours without activity"),
  "session.closed": () => _("The session ended"),
  "clock.paused": () => _("Paused"),
  "clock.resumed": () => _("Resumed"),
  "break.begun": ({ line }) => _("Break until {time}", { time: timeOfDay(line.until_ms ?? 0) }),
  "break.ended": () => _("The break is over"),
  "clock.extended": ({ line }) => extended(line.minutes ?? 0),
  "session.question_begun": ({ title }) => _("Next question: {title}", { title }),
  "settings.changed": ({ title }) => _("Question reworded: {title}", { title }),
  "phase.begun": ({ title }) => _("Part: {title}", { title }),
  "run.edited": () => _("The run of show was changed"),
  "queue.closed": () => _("Last minutes: the queue is closed"),
  "queue.opened": () => _("The queue is open again"),
  "point.left": ({ name }) => _("{name} wrote a point", { name }),
  "point.withdrawn": () => _("A written point was withdrawn"),
  "door.locked": () => _("The door is locked"),
  "door.unlocked": () => _("The door is open"),
  "door.waiting_set": ({ line }) =>
    ({
      on: _("New people wait at the door"),
      off: _("New people come straight in"),
    })[line.why ?? ""] ?? _("Whether new people wait depends on the size of the room"),
  "people.admitted": ({ line }) => n_("One person was let in", "{n} people were let in", line.count ?? 0),
  "people.removed": ({ line }) =>
    n_("One person was sent back to the door", "{n} people were sent back to the door", line.count ?? 0),
  "wall.changed": ({ line }) =>
    ({
      qr: _("The wall shows the QR"),
      known: _("The wall invites people to be known"),
      topics: _("The wall shows the topics"),
      takeaways: _("The wall shows the takeaways"),
    })[line.why ?? ""] ?? _("The wall shows the bowl"),
  "wall.set": ({ line }) =>
    ({
      frozen: _("The wall is frozen"),
      blank: _("The wall is blank"),
    })[line.why ?? ""] ?? _("The wall is live again"),
  "wifi.set": () => _("The Wi-Fi on the wall was changed"),
  "links.revoked": ({ line }) => _("Links revoked: {role}", { role: roleWords(line.why ?? "") }),
  "voice.invited": () => _("The room was invited to a chair"),
  "summary.published": () => _("The summary was published"),
  "words.passed": ({ line }) =>
    n_("Added to the summary: one text", "Added to the summary: {n} texts", line.count ?? 0),
  "takeaway.reworded": ({ title }) => _("Reworded: {title}", { title }),
  "takeaway.merged": ({ title }) => _("Merged with another: {title}", { title }),
  "summary.withdrawn": () => _("The summary was unpublished"),
  "action.undone": () => _("The last action was undone"),
  "people.listed": ({ line }) =>
    n_("List of names: one person", "List of names: {n} people", line.count ?? 0),
  "person.joined": ({ name }) => _("{name} joined", { name }),
  "person.renamed": ({ name, line }) =>
    line.person?.name
      ? _("{name} has a new name", { name })
      : _("{name} has a new name, which stays hidden", { name }),
  "name.hidden": ({ name }) => _("A name is hidden: {name}", { name }),
  "name.shown": ({ name }) => _("{name} is shown again", { name }),
  "person.sent_out": ({ name }) => _("{name} was sent out", { name }),
  "person.readmitted": ({ name }) => _("{name} may come back", { name }),
  "person.forgotten": ({ name }) => _("{name} was forgotten", { name }),
  "queue.joined": ({ name }) => _("{name} asked for a chair", { name }),
  "request.changed": ({ name }) => _("{name} changed what they want to say", { name }),
  "queue.left": ({ name, line }) =>
    line.why === "withdrawn"
      ? _("{name} lowered the hand", { name })
      : _("{name} was taken off the queue", { name }),
  "request.read": ({ name }) => _("{name} was read aloud", { name }),
  "request.snoozed": ({ name }) => _("{name} rests for some minutes", { name }),
  "place.given": ({ name, other }) => _("{name} gave the place to {other}", { name, other }),
  "rules.changed": ({ line }) =>
    line.why
      ? _("Queue order: {order}", { order: orderWords(/** @type {QueueOrder} */ (line.why)) })
      : _("The rules were changed"),
  "call.made": ({ name, chair }) => _("{name} was called to chair {chair}", { name, chair }),
  "call.accepted": ({ name }) => _("{name} is walking up", { name }),
  "call.ended": ({ name, line }) => {
    if (line.why === "missed") return _("{name} did not come", { name });
    return line.why === "passed"
      ? _("{name} said “not now”", { name })
      : _("The call of {name} was cancelled", { name });
  },
  "chair.taken": ({ name, chair }) => _("{name} took chair {chair}", { name, chair }),
  "chair.left": ({ name, chair, line }) =>
    line.why === "closed" ? "" : _("{name} left chair {chair}", { name, chair }),
  "chairs.moved": ({ name, other, chair, line }) =>
    line.other
      ? _("{name} and {other} exchanged chairs", { name, other })
      : _("{name} moved to chair {chair}", { name, chair }),
  "room.asked": ({ name }) => _("{name} was asked to make room", { name }),
  "room.offered": ({ name }) => _("{name} offers to make room", { name }),
  "room.offer_withdrawn": ({ name }) => _("{name} does not offer to make room any more", { name }),
  "person.nudged": ({ name }) => _("{name} got a gentle nudge", { name }),
  "room.tapped": ({ name, other }) => _("{name} would like to take over from {other}", { name, other }),
  "minute.asked": ({ name }) => _("{name} asked for one more minute", { name }),
  "chair.kind_changed": ({ chair, line }) => {
    if (line.why === "speaker") return _("Chair {chair} is for speakers", { chair });
    return line.why === "host"
      ? _("Chair {chair} is the host’s", { chair })
      : _("Chair {chair} is kept for a guest", { chair });
  },
  "chairs.changed": ({ line }) => n_("One chair from here", "{n} chairs from here", line.count ?? 0),
  "floor.given": ({ name, line }) =>
    line.why === "facilitator"
      ? _("You have the floor")
      : line.person
        ? _("{name} has the floor", { name })
        : _("Nobody has the floor"),
  "floor.corrected": ({ name, line }) => {
    if (line.why === "facilitator") return _("Corrected: you had the floor");
    return line.person
      ? _("Corrected: {name} had the floor", { name })
      : _("Corrected: nobody had the floor");
  },
  "turn.corrected": ({ name }) => _("Corrected: when {name} sat", { name }),
  "people.merged": ({ name }) => _("Guest entry merged into {name}", { name }),
  "volunteer.marked": ({ name, line }) =>
    line.why === "on" ? _("{name} stands ready", { name }) : _("{name} no longer stands ready", { name }),
  "topic.suggested": ({ title }) => _("Topic suggested: {title}", { title }),
  "topic.put_up": ({ title }) => _("Topic put up: {title}", { title }),
  "topic.set_aside": ({ title }) => _("Topic set aside: {title}", { title }),
  "topic.begun": ({ title }) => _("Topic: {title}", { title }),
  "topic.ended": ({ title }) => _("Topic ended: {title}", { title }),
  "topic.parked": ({ title }) => _("Topic kept for later: {title}", { title }),
  "topic.merged": ({ title }) => _("Topic merged with another: {title}", { title }),
  "vote.opened": () => _("A vote is open"),
  "vote.closed": () => _("The vote is closed"),
  "thumbs.opened": () => _("The room is asked: go on or move on"),
  "thumbs.closed": () => _("The room has answered"),
  "question.asked": ({ name }) => _("{name} has a question to the bowl", { name }),
  "question.taken_back": () => _("A question was withdrawn"),
  "question.put_up": ({ name }) => _("The question of {name} was put up", { name }),
  "question.set_aside": ({ name }) => _("The question of {name} was set aside", { name }),
  "question.shown": ({ line, name }) =>
    line.title ? _("The question of {name} is on the wall", { name }) : _("No question on the wall"),
  "question.answered": ({ name }) => _("The bowl has taken up the question of {name}", { name }),
  "note.added": ({ line, title }) =>
    _("{kind}: {title}", { kind: noteKind(/** @type {NoteKind} */ (line.why)).words(), title }),
  "note.changed": ({ title }) => _("Note changed: {title}", { title }),
  "note.removed": () => _("A note was removed"),
  "summary.introduced": () => _("The summary’s opening, closing or credit was changed"),
  "summary.item_hidden": () => _("Something was left out of the summary"),
  "summary.item_shown": () => _("Something was put back into the summary"),
  "summary.ordered": () => _("The topics of the summary were put in another order"),
  "recording.marked": () => _("The talk is being recorded"),
  "recording.ended": () => _("The recording has ended"),
  "debrief.opened": ({ line }) => _("Debrief: {stage}", { stage: stageName(/** @type {DebriefStage} */ (line.why)) }),
  "debrief.closed": () => _("No more answers are taken"),
  "answer.put_up": ({ title }) => _("On the wall: {title}", { title }),
  "answer.set_aside": ({ title }) => _("Left out: {title}", { title }),
  "takeaway.put_up": ({ title }) => _("On the wall: {title}", { title }),
  "takeaway.set_aside": ({ title }) => _("Left out: {title}", { title }),
  "topic.renamed": ({ title }) => _("Topic renamed: {title}", { title }),
};

const OPEN = "\u2068"; // what stands between these has a direction of its own
const CLOSE = "\u2069";

/**
 * @param {LogLine} line
 * @param {RunSlice} [run] names the phases
 * @returns {string} empty for events that need no sentence
 */
export function logWords(line, run) {
  return told(line, run).replaceAll(OPEN, "").replaceAll(CLOSE, "");
}

/**
 * The same sentence in parts: every second one is a name or somebody's words, which may run the
 * other way than the sentence does.
 *
 * @param {LogLine} line
 * @param {RunSlice} [run]
 * @returns {string[]}
 */
export function logParts(line, run) {
  return told(line, run).split(/[\u2068\u2069]/u);
}

/** @param {LogLine} line @param {RunSlice} [run] */
function told(line, run) {
  const phase = line.phase === null ? undefined : run?.phases[line.phase];
  const params = {
    name: apart(line.person ? nameOf(line.person) : _("Somebody")),
    other: apart(line.other ? nameOf(line.other) : _("somebody")),
    chair: line.chair ?? 0,
    title: apart(line.title || (phase && titleOf(phase)) || _("no title any more")),
    line,
  };
  return TOLD[line.event]?.(params) ?? "";
}

/** @param {string} words */
function apart(words) {
  return `${OPEN}${words.replace(/[\u2068\u2069]/gu, "")}${CLOSE}`;
}

/** @param {number} minutes */
function extended(minutes) {
  if (minutes < 0) return n_("One minute less", "{n} minutes less", -minutes);
  return n_("One minute more", "{n} minutes more", minutes);
}

/** @type {Intl.DateTimeFormat | undefined} */
let format;

/** The time of day of a line. @param {number} atMs */
export function timeOfDay(atMs) {
  format ??= new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return format.format(atMs);
}
