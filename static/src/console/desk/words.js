/** What the console says: the next action, why, and why something did not happen. */

import { isBreak } from "../../shared/time/break.js";
import { formatLeft } from "../../shared/time/clock.js";
import { _, n_, nameOf } from "../../shared/i18n/i18n.js";
import { kindWords } from "../../shared/method/request-kinds.js";
import { stageQuestion } from "../../shared/method/debrief-words.js";
import { whyWords } from "../../shared/method/place-reasons.js";
import { openingOf, titleOf } from "../../shared/method/phase-prompts.js";
import { currentPhase } from "../../shared/method/run-of-show.js";
import { reasonFor } from "../../shared/connection/refusals.js";

/**
 * @import {ClockSlice, ConsoleSlices, DebriefStage, Label, NextSlice, QueueItem, RunSlice, Said} from "../../wire"
 * @import {Problem} from "./actions.js"
 */

/** @type {Record<string, (p: {name: string, chair: number}) => string>} */
const NEXT = {
  start_session: () => _("Start the session"),
  publish_summary: () => _("Publish the summary"),
  resume_clock: () => _("Resume"),
  call_person: (p) => _("Call {name} to chair {chair}", p),
  confirm_seated: ({ name }) => _("{name} is seated", { name }),
  ask_to_make_room: ({ name }) => _("Ask {name} to make room", { name }),
  free_chair: (p) => _("{name} leaves chair {chair}", p),
  take_over: (p) => _("{name} takes chair {chair}", p),
  swap_group: () => _("Swap the whole group"),
  invite_voice: () => _("Invite a voice"),
  take_chair_away: (p) => _("Take chair {chair} away", p),
  read_aloud: ({ name }) => _("Read aloud: {name}", { name }),
  close_session: () => _("End the session"),
};

/**
 * What stands on the one next action.
 * @param {NextSlice} next
 * @param {RunSlice} run
 * @param {ClockSlice} [clock] tells a break from a pause
 */
export function nextWords(next, run, clock) {
  const name = next.person ? nameOf(next.person) : "";
  if (next.do === "begin_phase") return startWords(run, Number(next.args.index));
  if (next.do === "resume_clock" && clock && isBreak(clock)) return _("End the break");
  if (next.do === "open_debrief") {
    return _("Ask: {question}", { question: stageQuestion(/** @type {DebriefStage} */ (next.args.stage)) });
  }
  return NEXT[next.do]?.({ name, chair: next.chair ?? 0 }) ?? "";
}

/** What stands there when the next action is the facilitator's alone. @param {NextSlice} next */
export function othersWords(next) {
  return next.do === "start_session"
    ? _("The facilitator starts the session")
    : _("The facilitator publishes the summary");
}

/** @param {RunSlice} run @param {number} index */
export function startWords(run, index) {
  const phase = run.phases[index];
  return phase ? _("Start: {title}", { title: titleOf(phase) }) : "";
}

/** What stands there when Space means nothing. @param {ConsoleSlices} slices */
export function nothingNextWords({ bowl, queue, run, action: { makes_room: room } }) {
  const phase = currentPhase(run);
  if (phase && phase.kind !== "bowl") return titleOf(phase);
  if (room?.minute_until_run_ms) return _("{name} finishes a thought", { name: nameOf(room.person) });
  if (run.queue_closed && !queue.items.length) return _("Queue closed");
  const open = bowl.chairs.some(({ state }) => state === "open");
  return open ? _("The room is invited") : _("All chairs are taken");
}

/**
 * Who is skipped, or that a call is cancelled.
 * @param {ConsoleSlices} slices
 * @param {QueueItem | null} waiting who is offered next
 */
export function skipWords({ action: { next }, queue: { calls, items } }, waiting) {
  if (calls.length && (next?.do === "confirm_seated" || !items.length)) return _("Cancel call");
  return waiting ? _("Skip {name}", { name: nameOf(waiting.person) }) : _("Skip");
}

/**
 * How far somebody has come who was called.
 *
 * @param {import("../../wire").CallView} call
 * @param {number} runMs the session clock now
 */
export function callWords({ chair, walking, deadline_run_ms: deadline }, runMs) {
  if (walking) return _("on the way to chair {chair}", { chair });
  if (deadline === null) return _("called to chair {chair}", { chair });
  const left = formatLeft(Math.max(0, deadline - runMs));
  return _("called to chair {chair}, {left} to come", { chair, left });
}

/** A line under the next action for everything but the full bowl. @param {ConsoleSlices} slices */
export function nextHint({ action: { next }, clock, queue, rules, run }) {
  if (!next) {
    const isClosed = run.queue_closed && !queue.items.length;
    return isClosed ? _("Nobody else can ask for a chair. Phones offer to leave a written point.") : "";
  }
  if (next.do === "call_person") {
    const item = queue.items.find((one) => one.request === next.args.request);
    if (!item) return "";
    const isArrival = item.why.reason === "arrival";
    return isArrival ? requestWords(item) : `${requestWords(item)} · ${whyWords(item.why, rules)}`;
  }
  if (next.do === "resume_clock" && isBreak(clock)) return _("All clocks are stopped until you go on.");
  if (next.do === "begin_phase") {
    if (run.due) return _("The minutes of this part are over.");
    const phase = currentPhase(run);
    return phase ? openingOf(phase) : "";
  }
  return HINTS[next.do]?.() ?? "";
}

/** @type {Record<string, () => string>} */
const HINTS = {
  start_session: () => _("Hold for a second. The clock starts, and whoever is seated begins."),
  publish_summary: () => _("Hold for a second. Until then only you can read it."),
  resume_clock: () => _("All clocks are stopped. People can still ask for a chair."),
  swap_group: () => _("Hold for a second. All speakers leave, the next are called to their chairs."),
  read_aloud: () => _("Read it to the room, then press. No chair is used."),
  invite_voice: () => _("Nobody waits. The wall will say that a chair is free."),
  open_debrief: () => _("Phones ask it. Answers that you show go on the wall."),
  take_chair_away: () => _("Closing: empty chairs are taken away one by one."),
};

/** What somebody wants to bring, in one line. @param {QueueItem} item */
export function requestWords({ person, kind, words }) {
  const params = { name: nameOf(person), kind: kindWords(kind) };
  return words ? _("{name}, {kind}: “{words}”", { ...params, words }) : _("{name}, {kind}", params);
}

/**
 * How often and how long somebody has spoken; or sat, where the floor does not count.
 * @param {{turns: number, talkMs: number, tracked: boolean}} spoken
 */
export function spokeWords({ turns, talkMs, tracked }) {
  if (turns === 0) return _("first time");
  const minutes = Math.max(1, Math.round(talkMs / 60_000));
  if (!tracked) return n_("sat once, {minutes} min", "sat {n}×, {minutes} min", turns, { minutes });
  if (talkMs === 0) return n_("sat once, not spoken yet", "sat {n}×, not spoken yet", turns);
  return n_("spoke once, {minutes} min", "spoke {n}×, {minutes} min", turns, { minutes });
}

/** @type {Record<Problem, () => string>} */
const PROBLEMS = {
  nothing_picked: () => _("Pick a chair first: Shift and its number, or a click."),
  nobody_there: () => _("Nobody is on that chair."),
  nobody_waits: () => _("Nobody waits."),
  nobody_after: () => _("Nobody else waits."),
  nobody_meant: () => _("Pick a chair first, so that it is clear who is meant."),
  no_free_chair: () => _("No chair is free. Free one, or swap."),
  nothing_next: () => _("There is nothing to do just now."),
  nothing_to_undo: () => _("There is nothing to undo."),
  nothing_to_redo: () => _("There is nothing to redo."),
  no_next_topic: () => _("No topic is up. Put one up, or write a new one."),
  no_community: () => _("Nobody can be known here yet: the owner first says what this community is, in its settings."),
  nobody_at_door: () => _("Nobody waits at the door."),
  no_next_part: () => _("This is the last part. Hold C to end the session."),
  not_started: () => _("The clock does not run yet."),
};

/** @param {Problem} problem */
export function problemWords(problem) {
  return PROBLEMS[problem]();
}

/** @type {Record<string, (p: {name: string, chair: number}) => string>} */
const OVERTAKEN = {
  chair: ({ chair }) => _("Chair {chair} has changed since.", { chair }),
  person: ({ name }) => _("{name} has been changed since.", { name }),
  request: ({ name }) => _("{name} has moved on in the queue since.", { name }),
  turn: ({ name }) => _("{name} has moved on since.", { name }),
  clock: () => _("The clock has been changed since."),
  settings: () => _("The settings have been changed since."),
  floor: () => _("The floor has changed since."),
  topic: () => _("The topic has been changed since."),
  note: () => _("That note has been changed since."),
  vote: () => _("The room has voted since."),
  thumbs: () => _("The room has been asked since."),
  question: () => _("That question has been changed since."),
  shown: () => _("The wall shows another question since."),
  picture: () => _("The wall has been changed since."),
  wifi: () => _("The Wi-Fi has been changed since."),
  access: () => _("The links have been changed since."),
  run: () => _("The run of show has gone on since."),
  passed: () => _("Those words have been changed since."),
  takeaway: () => _("Those words have been changed since."),
  answer: () => _("Those words have been changed since."),
  room_break: () => _("The break has been changed since."),
  main_questions: () => _("The room has gone on to another question since."),
  pace: () => _("The run of show has gone on since."),
  agenda: () => _("The talk has gone on to another topic since."),
};

/**
 * Why a command was refused, or how it was so already.
 * @param {Said} said
 * @param {ConsoleSlices} slices
 */
export function saidWords(said, slices) {
  const { part = "", chair = 0, person, turn } = said.params ?? {};
  const label = labelOf(slices, person);
  const name = label ? nameOf(label) : _("Somebody");
  if (said.code === "already_called") return _("{name} has been called.", { name });
  if (said.code !== "undo_overtaken") return reasonFor(said, (id) => labelOf(slices, id));
  if (turn) return _("{name} now has chair {chair}. Move {name}, or cancel?", { chair, name });
  return OVERTAKEN[part]?.({ name, chair }) ?? _("Something later depends on that.");
}

/**
 * Find what somebody is called among everything that is shown.
 * @param {ConsoleSlices} slices
 * @param {number | undefined} person
 * @returns {Label | undefined}
 */
export function labelOf({ bowl, queue, log, topics, notes, questions, action }, person) {
  /** @type {(Label | null)[]} */
  const labels = [
    ...bowl.chairs.map((chair) => chair.person),
    ...queue.items.map((item) => item.person),
    ...queue.calls.map((call) => call.person),
    ...log.lines.flatMap((line) => [line.person, line.other]),
    ...topics.topics.map((topic) => topic.by),
    ...notes.notes.map((note) => note.person),
    ...questions.questions.map((question) => question.by),
    action.next?.person ?? null,
  ];
  return labels.find((label) => label?.id === person) ?? undefined;
}
