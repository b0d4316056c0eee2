/** The lines of the log about one person, in sentences to them. */

import { _ } from "../../shared/i18n/i18n.js";

/**
 * A line as the server holds it: when, what, by whom, and the fields of the event.
 *
 * @typedef {{at_ms: number, event: string, by: string, [field: string]: unknown}} PersonalDataLine
 */

/** The fields that hold somebody's own words; they are overwritten when the person is forgotten. */
const OWN_WORDS = ["called", "words", "title", "group", "due", "origin"];

/** @type {Record<string, () => string>} */
const TOLD = {
  "people.admitted": () => _("You were let in"),
  "people.removed": () => _("Everybody who had come lately was asked back to the door, you among them"),
  "person.knocked": () => _("You asked to be let in again"),
  "answer.changed": () => _("You changed an answer"),
  "answer.given": () => _("You answered in the debrief"),
  "answer.put_up": () => _("Your answer was shown on the wall"),
  "answer.set_aside": () => _("Your answer was left out"),
  "answer.taken_back": () => _("You withdrew an answer"),
  "call.accepted": () => _("You were walking up"),
  "call.ended": () => _("A call to you ended, and you kept a place"),
  "call.made": () => _("You were called to a chair"),
  "chair.left": () => _("You left the chair"),
  "chair.taken": () => _("You sat down"),
  "chairs.moved": () => _("You moved to another chair"),
  "dots.cast": () => _("You put dots on a topic"),
  "everybody.forgotten": () => _("All names were deleted on the date that was set"),
  "floor.corrected": () => _("Who spoke was corrected"),
  "floor.given": () => _("You had the floor"),
  "item.closed": () => _("An open item of yours was closed"),
  "item.reopened": () => _("An open item of yours was reopened"),
  "minute.asked": () => _("You asked for one more minute"),
  "minute.ended": () => _("Your minute was over"),
  "name.hidden": () => _("Your name was hidden"),
  "name.shown": () => _("Your name was shown again"),
  "note.added": () => _("It was noted that you would do something"),
  "note.changed": () => _("What was noted for you was changed"),
  "note.removed": () => _("What was noted for you was removed"),
  "people.merged": () => _("A guest turned out to be you"),
  "person.added": () => _("You were noted as a guest"),
  "person.credited": () => _("You chose whether the summary names you"),
  "person.forgotten": () => _("You were forgotten"),
  "person.grouped": () => _("You said for which group you speak"),
  "person.joined": () => _("You came in"),
  "person.moved_device": () => _("You went on with another phone"),
  "person.nudged": () => _("You got a gentle nudge"),
  "person.readmitted": () => _("You could come back"),
  "person.renamed": () => _("You got another name"),
  "person.sent_out": () => _("You were sent out"),
  "place.given": () => _("Places in the queue were exchanged"),
  "point.left": () => _("You wrote a point"),
  "point.withdrawn": () => _("You withdrew a point"),
  "question.answered": () => _("The bowl took your question up"),
  "question.asked": () => _("You asked the bowl"),
  "question.put_up": () => _("Your question was put up"),
  "question.set_aside": () => _("Your question was set aside"),
  "question.shown": () => _("Your question was on the wall"),
  "question.taken_back": () => _("You withdrew a question"),
  "question.upvoted": () => _("You supported a question, or no longer"),
  "queue.emptied": () => _("The session ended while you waited"),
  "queue.joined": () => _("You asked for a chair"),
  "queue.left": () => _("You left the queue"),
  "queue.moved": () => _("You were moved in the queue"),
  "request.changed": () => _("You changed what you want to say"),
  "request.kept": () => _("You kept your place"),
  "request.read": () => _("Your words were read aloud"),
  "request.snoozed": () => _("You rested for some minutes"),
  "request.woken": () => _("Your rest was over"),
  "room.asked": () => _("You were asked to make room"),
  "room.offered": () => _("You offered to make room"),
  "room.offer_withdrawn": () => _("You took your offer to make room back"),
  "room.tapped": () => _("Somebody asked to take over a chair"),
  "takeaway.changed": () => _("You changed a takeaway"),
  "takeaway.kept": () => _("You kept a takeaway"),
  "takeaway.put_up": () => _("What you shared was shown on the wall"),
  "takeaway.reworded": () => _("What you shared was reworded"),
  "takeaway.set_aside": () => _("What you shared was left out"),
  "takeaway.withdrawn": () => _("You deleted a takeaway"),
  "thumb.cast": () => _("You said go on, or move on"),
  "topic.begun": () => _("Your topic was talked about"),
  "topic.ended": () => _("Your topic was ended"),
  "topic.merged": () => _("Your topic was merged with another"),
  "topic.parked": () => _("Your topic was kept for later"),
  "topic.put_up": () => _("Your topic was put up"),
  "topic.renamed": () => _("Your topic got another title"),
  "topic.set_aside": () => _("Your topic was set aside"),
  "topic.suggested": () => _("You suggested a topic"),
  "topic.timed": () => _("Your topic got some minutes"),
  "thumbs.opened": () => _("The room was asked about your topic"),
  "signals.totalled": () => _("Reactions were counted while your topic was on the table"),
  "turn.corrected": () => _("When you sat was corrected"),
  "volunteer.marked": () => _("You said that you stand ready, or no longer"),
  "voter.confirmed": () => _("You typed the number on the wall"),
  "voters.admitted": () => _("You were let into a vote"),
  "where.said": () => _("You said where you sit"),
};

/** What a line says. @param {PersonalDataLine} line */
export function lineText({ event }) {
  return TOLD[event]?.() ?? _("Something else: {event}", { event });
}

/** The person's own words in a line. @param {PersonalDataLine} line @returns {string[]} */
export function wordsOf(line) {
  return OWN_WORDS.map((field) => line[field]).filter((words) => typeof words === "string" && words !== "").map(String);
}
