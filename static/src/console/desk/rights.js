/**
 * What this console may press: it asks what the server has told it, and knows no rule of its own.
 */

import { _ } from "../../shared/i18n/i18n.js";

/**
 * @import {CommandBody, ConsoleSlices, Role} from "../../wire"
 * @import {Action} from "../keyboard/key-table.js"
 * @import {Scene} from "./actions.js"
 * @typedef {CommandBody["do"]} Do
 */

/** The command that an action comes to, or that its panel is for. @type {Partial<Record<Action, Do>>} */
const COMES_TO = {
  floor: "give_floor",
  pick: "give_floor",
  speaking: "give_floor",
  swap: "take_over",
  free: "free_chair",
  nudge: "nudge_person",
  move: "move_person",
  hide: "hide_name",
  rename: "rename_person",
  send_out: "send_out",
  walk_up: "seat_walk_up",
  queue_walk_up: "queue_walk_up",
  queue_door: "close_queue",
  walk: "move_request",
  come: "call_person",
  request_first: "move_request",
  request_up: "move_request",
  request_down: "move_request",
  bring: "change_request",
  words: "change_request",
  take_off: "lower_hand",
  review: "put_up_topic",
  review_walk: "put_up_topic",
  review_accept: "put_up_topic",
  review_aside: "put_up_topic",
  skip: "move_request",
  topic: "begin_topic",
  next_question: "next_question",
  note: "add_note",
  vote: "open_vote",
  extend: "extend_clock",
  pause: "pause_clock",
  break: "begin_break",
  lock: "lock_door",
  admit: "admit_people",
  door: "admit_people",
  wall: "show_on_wall",
  known: "show_on_wall",
  freeze: "set_wall",
  blank: "set_wall",
  undo: "undo_action",
  redo: "undo_action",
  close: "close_session",
  people: "hide_name",
  names: "add_people",
  getting_in: "change_settings",
  settings: "change_settings",
  own_floor: "take_floor",
  remedy: "nudge_person",
  kind: "set_chair_kind",
  timeline: "correct_turn",
  rules: "change_rules",
  order: "change_rules",
  next_part: "begin_phase",
  run: "edit_run",
  bell: "begin_phase",
};

/** Whether this console may send a command. @param {ConsoleSlices} slices @param {string} command */
export function may({ you }, command) {
  return you.may.includes(command);
}

/** Whether this console may do what a key means. @param {Pick<Scene, "slices">} scene @param {Action} action */
export function mayPress({ slices }, action) {
  const command = action === "next" ? slices.action.next?.do : COMES_TO[action];
  return command === undefined || may(slices, command);
}

/** The one kind line for a key that is not theirs. @param {Role} role */
export function notYoursWords(role) {
  if (role === "note_taker") return _("You look after topics and notes. That key is for the facilitator.");
  return _("Only the facilitator can do that.");
}

/** What a role is called. @param {string} role */
export function roleWords(role) {
  switch (role) {
    case "co_facilitator":
      return _("Co-facilitator");
    case "note_taker":
      return _("Note-taker");
    case "runner":
      return _("Microphone runner");
    case "stage_monitor":
      return _("Stage monitor");
    default:
      return _("Facilitator");
  }
}
