/**
 * What an action of the console asks of the session: from what is shown to a command, purely.
 *
 * A command says what the presser saw (this request, this chair), never "next". Where there is
 * nothing to ask, the answer is a problem that `words.js` puts into a sentence.
 */

import { ASKED_OF_A_REQUEST, callOrSeat, pickedRequest } from "../queue/requests.js";
import { chairOf, freeChair } from "../bowl/seats.js";
import { undoMeant } from "../log/undo.js";

/**
 * @import {CommandBody, ConsoleSlices, ChairKind, Label, QueueItem} from "../../wire"
 * @import {Action} from "../keyboard/key-table.js"
 * @typedef {"nothing_picked" | "nobody_there" | "nobody_waits" | "nobody_after" | "no_free_chair"
 *   | "nothing_next" | "nothing_to_undo" | "nothing_to_redo" | "not_started" | "nobody_meant"
 *   | "no_next_topic" | "no_next_part" | "nobody_at_door" | "no_community"} Problem
 * @typedef {{slices: ConsoleSlices, picked: number | null, moving: number | null,
 *   request?: number | null, refusedUndo?: number | null, hasCommunity?: boolean}} Scene `request`: who
 *   is picked in the queue; `refusedUndo`: what U could not take back; `hasCommunity`: whether the
 *   owner has described one
 * @typedef {CommandBody | {problem: Problem}} Asked
 */

const EXTRA_MINUTES = 5;
/** What the key gives; the rail offers other numbers. */
export const DOTS_EACH = 3;

/** @type {Partial<Record<Action, (scene: Scene, number: number | null) => Asked | null>>} */
const ASKED = {
  next: ({ slices }) => nextCommand(slices),
  floor: (scene, number) => (scene.moving === null ? floor(scene, number) : move(scene, number)),
  own_floor: ({ slices }) =>
    slices.equity.session.facilitator_since_run_ms === null
      ? { do: "take_floor" }
      : { do: "give_floor", turn: null },
  speaking: (scene) => onCall(scene, "confirm_seated") ?? floor(scene, scene.picked),
  swap,
  free: (scene) =>
    onCall(scene, "withdraw_call") ?? onTurn((turn) => ({ do: "free_chair", turn }))(scene),
  nudge: onTurn((turn) => ({ do: "nudge_person", turn })),
  kind: ({ slices, picked }) => {
    const chair = picked === null ? null : chairOf(slices, picked);
    if (!chair) return { problem: "nothing_picked" };
    return { do: "set_chair_kind", chair: chair.no, kind: nextKind(chair.kind) };
  },
  hide: onPerson(({ id, name }) => ({ do: name ? "hide_name" : "show_name", person: id })),
  send_out: onPerson(({ id }) => ({ do: "send_out", person: id })),
  walk_up: (scene) => {
    const chair = freeChair(scene.slices, scene.picked);
    return chair ? { do: "seat_walk_up", chair: chair.no } : { problem: "no_free_chair" };
  },
  queue_walk_up: () => ({ do: "queue_walk_up" }),
  queue_door: ({ slices: { run } }) => ({ do: run.queue_closed ? "open_queue" : "close_queue" }),
  skip,
  extend: () => ({ do: "extend_clock", minutes: EXTRA_MINUTES }),
  pause: ({ slices }) => {
    if (slices.clock.state === "running") return { do: "pause_clock" };
    return slices.clock.state === "paused" ? { do: "resume_clock" } : { problem: "not_started" };
  },
  next_part: ({ slices: { run, clock } }) => {
    if (clock.state === "lobby") return { problem: "not_started" };
    const index = run.index + 1;
    return index < run.phases.length ? { do: "begin_phase", index, seen: run.index } : { problem: "no_next_part" };
  },
  admit: ({ slices: { door } }) =>
    door.waiting ? { do: "admit_people", up_to: door.up_to } : { problem: "nobody_at_door" },
  lock: ({ slices }) => ({ do: slices.session.door_locked ? "unlock_door" : "lock_door" }),
  wall: ({ slices: { address, vote } }) => {
    if (address.wall !== "qr") return { do: "show_on_wall", what: "qr" };
    return { do: "show_on_wall", what: vote.open ? "topics" : "bowl" };
  },
  known: ({ slices: { address, vote }, hasCommunity }) => {
    if (address.wall === "known") return { do: "show_on_wall", what: vote.open ? "topics" : "bowl" };
    return hasCommunity ? { do: "show_on_wall", what: "known" } : { problem: "no_community" };
  },
  freeze: ({ slices: { address } }) => ({
    do: "set_wall",
    showing: address.showing === "frozen" ? "live" : "frozen",
  }),
  blank: ({ slices: { address } }) => ({
    do: "set_wall",
    showing: address.showing === "blank" ? "live" : "blank",
  }),
  vote: ({ slices: { vote } }) =>
    vote.open ? { do: "close_vote", vote: vote.vote } : { do: "open_vote", dots: DOTS_EACH },
  undo: ({ slices, refusedUndo = null }) => {
    const action = undoMeant(slices, refusedUndo);
    return action === null ? { problem: "nothing_to_undo" } : { do: "undo_action", action };
  },
  redo: ({ slices: { action } }) =>
    action.redo === null ? { problem: "nothing_to_redo" } : { do: "undo_action", action: action.redo },
  close: () => ({ do: "close_session" }),
  ...ASKED_OF_A_REQUEST,
};

/**
 * Make the command of an action; `null` for actions that only change what this console shows.
 * @param {Action} action
 * @param {Scene} scene
 * @param {number | null} [number] the chair whose number was pressed
 * @returns {Asked | null}
 */
export function asked(action, scene, number = null) {
  return ASKED[action]?.(scene, number) ?? null;
}

/** Exactly what the one next action says. @param {ConsoleSlices} slices @returns {Asked} */
function nextCommand({ action: { next } }) {
  if (!next) return { problem: "nothing_next" };
  return /** @type {CommandBody} */ (/** @type {unknown} */ ({ do: next.do, ...next.args }));
}

/** @param {Scene} scene @param {number | null} number @returns {Asked} */
function floor({ slices }, number) {
  if (number === null) return { problem: "nothing_picked" };
  const chair = chairOf(slices, number);
  if (!chair?.turn) return { problem: "nobody_there" };
  return { do: "give_floor", turn: chair.state === "speaking" ? null : chair.turn };
}

/** @param {Scene} scene @param {number | null} number @returns {Asked} */
function move({ moving }, number) {
  if (moving === null || number === null) return { problem: "nothing_picked" };
  return { do: "move_person", turn: moving, chair: number };
}

/** The next in line takes the picked chair, or is called to it if it is free. @param {Scene} scene @returns {Asked} */
function swap({ slices, picked }) {
  const chair = picked === null ? null : chairOf(slices, picked);
  if (!chair) return { problem: "nothing_picked" };
  const waiting = nextInLine(slices);
  if (!waiting) return { problem: "nobody_waits" };
  if (chair.turn) return { do: "take_over", request: waiting.request, turn: chair.turn };
  return callOrSeat(slices, waiting, chair.no);
}

/** @type {ChairKind[]} */
const KINDS = ["speaker", "host", "guest"];

/** @param {ChairKind} kind */
function nextKind(kind) {
  return KINDS[(KINDS.indexOf(kind) + 1) % KINDS.length];
}

/** Let the next in line wait one place, or take back the call that Space would confirm. @param {Scene} scene @returns {Asked} */
function skip({ slices }) {
  const { next } = slices.action;
  const { items, calls } = slices.queue;
  if (calls.length && (next?.do === "confirm_seated" || !items.length)) {
    const call = calls.find((one) => one.call === next?.args.call) ?? calls[0];
    return { do: "withdraw_call", call: call.call };
  }
  const waiting = nextInLine(slices);
  if (!waiting) return { problem: "nobody_waits" };
  const place = items.indexOf(waiting);
  if (place === items.length - 1) return { problem: "nobody_after" };
  return { do: "move_request", request: waiting.request, before: items[place + 2]?.request ?? null };
}

/**
 * What becomes of the call to the picked chair; `null` if nobody is on the way to it.
 * @param {Scene} scene
 * @param {"confirm_seated" | "withdraw_call"} command
 */
function onCall({ slices, picked }, command) {
  const call = slices.queue.calls.find(({ chair }) => chair === picked);
  return call ? { do: command, call: call.call } : null;
}

/** @param {(turn: number) => CommandBody} make @returns {(scene: Scene) => Asked} */
function onTurn(make) {
  return ({ slices, picked }) => {
    if (picked === null) return { problem: "nothing_picked" };
    const turn = chairOf(slices, picked)?.turn;
    return turn ? make(turn) : { problem: "nobody_there" };
  };
}

/** @param {(person: Label) => CommandBody} make @returns {(scene: Scene) => Asked} */
function onPerson(make) {
  return (scene) => {
    const person = meant(scene);
    return person ? make(person) : { problem: "nobody_meant" };
  };
}

/** Whom a key means: who is picked in the queue or on a chair, else whom the next action is about. @param {Scene} scene @returns {Label | null} */
export function meant(scene) {
  const { slices, picked } = scene;
  const item = pickedRequest(scene);
  if (item) return item.person;
  if (picked !== null) return chairOf(slices, picked)?.person ?? null;
  return slices.action.next?.person ?? null;
}

/**
 * Who is offered next: whom the next action names, else the first who does not step aside, else the
 * first who has not asked for some minutes. tests/vectors/next_in_line.json has the server's answers.
 *
 * @param {{action: Pick<ConsoleSlices["action"], "next">, queue: Pick<ConsoleSlices["queue"], "items">}} slices
 * @returns {QueueItem | null}
 */
export function nextInLine({ action: { next }, queue: { items } }) {
  return (
    items.find((item) => item.request === next?.args.request) ??
    items.find((item) => !item.resting) ??
    items.find((item) => item.why.reason !== "snoozed") ??
    null
  );
}
