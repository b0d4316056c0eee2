/**
 * Every key of the console, once: the handler, the list of keys and the hints on buttons read it.
 *
 * Keys go by their position (`event.code`), so they lie in the same places on every keyboard. `sign`
 * is what the hint shows. Keys that come from a display window mean the same as those typed here.
 */

import { _ } from "../../shared/i18n/i18n.js";
import { REVIEW_KEYS } from "./review-keys.js";
import { QUEUE_KEYS } from "./queue-keys.js";
import { ROOM_KEYS } from "./room-keys.js";

/**
 * @typedef {"next" | "floor" | "own_floor" | "remedy" | "timeline" | "pick" | "speaking" | "swap" | "free" | "nudge" | "move" | "hide"
 *   | "rename" | "send_out" | "walk_up" | "queue_walk_up" | "skip" | "topic" | "note" | "vote" | "extend" | "pause"
 *   | "next_part" | "run" | "bell"
 *   | "lock" | "admit" | "door" | "wall" | "known" | "freeze" | "blank" | "undo" | "redo" | "close" | "summary" | "people" | "names" | "getting_in" | "display"
 *   | "settings" | "rules" | "order" | "kind" | "keys" | "escape"
 *   | "queue_door" | "next_question" | "break" | "review" | "review_walk" | "review_accept" | "review_aside" | "walk" | "come" | "request_first" | "request_up" | "request_down" | "bring" | "words" | "take_off"} Action
 * @typedef {"talk" | "queue" | "review" | "chair" | "room" | "screen"} KeyGroup
 * @typedef {"request" | "review"} On somebody in the queue, or something to look at
 * @typedef {object} Key
 * @property {Action} action
 * @property {string[]} codes positions that mean it
 * @property {boolean} [shift] whether Shift belongs to it
 * @property {string} sign what stands on the key
 * @property {KeyGroup} group
 * @property {() => string} label what it does, for the list of keys
 * @property {On} [on] what has to be picked for it to mean this
 * @property {boolean} [hold] held for a second
 */

const NUMBERS = ["1", "2", "3", "4", "5", "6", "7", "8"];
const DIGITS = NUMBERS.map((number) => `Digit${number}`);
const NUMPAD = NUMBERS.map((number) => `Numpad${number}`);

/** @type {Key[]} */
export const KEYS = [
  {
    action: "next",
    codes: ["Space", "PageDown"],
    get sign() {
      return _("Space");
    },
    group: "talk",
    label: () => _("The next action; Page Down on a clicker"),
  },
  {
    action: "floor",
    codes: [...DIGITS, ...NUMPAD],
    sign: "1–8",
    group: "talk",
    label: () => _("This chair has the floor; again: nobody has it"),
  },
  {
    action: "own_floor",
    codes: ["Digit0", "Numpad0"],
    sign: "0",
    group: "talk",
    label: () => _("You are speaking; again: not any more"),
  },
  {
    action: "remedy",
    codes: ["KeyN"],
    sign: "N",
    group: "talk",
    label: () => _("Do what the hint offers"),
  },
  {
    action: "skip",
    codes: ["KeyK"],
    sign: "K",
    group: "talk",
    label: () => _("Skip the next in the queue by one place; or cancel a call"),
  },
  {
    action: "walk_up",
    codes: ["KeyA"],
    sign: "A",
    group: "talk",
    label: () => _("Somebody without a phone sits down at once"),
  },
  {
    action: "queue_walk_up",
    codes: ["KeyW"],
    sign: "W",
    group: "talk",
    label: () => _("Somebody without a phone joins the queue"),
  },
  {
    action: "queue_door",
    codes: ["KeyW"],
    shift: true,
    sign: "⇧ W",
    group: "talk",
    label: () => _("Close the queue, or open it again"),
  },
  {
    action: "topic",
    codes: ["KeyT"],
    sign: "T",
    group: "talk",
    label: () => _("Set the topic: a few words, or Enter for the one with the most dots"),
  },
  {
    action: "next_question",
    codes: ["KeyT"],
    shift: true,
    sign: "⇧ T",
    group: "talk",
    label: () => _("Ask the next question; the summary keeps the previous one"),
  },
  {
    action: "note",
    codes: ["KeyN"],
    shift: true,
    sign: "⇧ N",
    group: "talk",
    label: () => _("Take a note: a letter for its kind, the words, Enter"),
  },
  {
    action: "vote",
    codes: ["KeyV"],
    sign: "V",
    group: "talk",
    label: () => _("Open a vote on the topics, or close it"),
  },
  {
    action: "next_part",
    codes: ["KeyP"],
    sign: "P",
    group: "talk",
    label: () => _("Go on to the next part"),
  },
  {
    action: "pause",
    codes: ["KeyP"],
    shift: true,
    sign: "⇧ P",
    group: "talk",
    label: () => _("Pause the clocks, or resume"),
  },
  {
    action: "break",
    codes: ["KeyC"],
    shift: true,
    sign: "⇧ C",
    group: "talk",
    label: () => _("Break: the wall shows when you go on"),
  },
  { action: "extend", codes: ["KeyE"], sign: "E", group: "talk", label: () => _("Five minutes more") },
  { action: "undo", codes: ["KeyU"], sign: "U", group: "talk", label: () => _("Undo the last action") },
  {
    action: "redo",
    codes: ["KeyU"],
    shift: true,
    sign: "⇧ U",
    group: "talk",
    label: () => _("Redo"),
  },
  {
    action: "close",
    codes: ["KeyC"],
    sign: "C",
    group: "talk",
    hold: true,
    label: () => _("Hold for a second: end the session"),
  },

  ...QUEUE_KEYS,
  ...REVIEW_KEYS,

  {
    action: "pick",
    codes: DIGITS,
    shift: true,
    sign: "⇧ 1–8",
    group: "chair",
    label: () => _("Pick a chair, then:"),
  },
  {
    action: "speaking",
    codes: ["Enter", "NumpadEnter"],
    sign: "↵",
    group: "chair",
    label: () => _("Speaking, or not any more; who is on the way: seated"),
  },
  {
    action: "swap",
    codes: ["KeyS"],
    sign: "S",
    group: "chair",
    label: () => _("Swap with the next in the queue, or call them to a free chair"),
  },
  { action: "free", codes: ["KeyF"], sign: "F", group: "chair", label: () => _("Free the chair; or cancel the call to it") },
  {
    action: "nudge",
    codes: ["KeyG"],
    sign: "G",
    group: "chair",
    label: () => _("A gentle nudge, on their own phone only"),
  },
  {
    action: "move",
    codes: ["KeyM"],
    sign: "M",
    group: "chair",
    label: () => _("Move to another chair: M, then its number"),
  },
  {
    action: "kind",
    codes: ["KeyK"],
    shift: true,
    sign: "⇧ K",
    group: "chair",
    label: () => _("Keep the chair for the host, for a guest, or for nobody again"),
  },
  {
    action: "hide",
    codes: ["KeyH"],
    sign: "H",
    group: "chair",
    label: () => _("Hide a name everywhere, or show it; of the next person if no chair is picked"),
  },
  { action: "rename", codes: ["KeyR"], sign: "R", group: "chair", label: () => _("Give another name") },
  {
    action: "send_out",
    codes: ["KeyX"],
    sign: "X",
    group: "chair",
    label: () => _("Send out and keep out: press twice"),
  },

  ...ROOM_KEYS,
  {
    action: "wall",
    codes: ["KeyQ", "PageUp"],
    sign: "Q",
    group: "screen",
    label: () => _("QR over the whole wall, and back; Page Up on a clicker"),
  },
  {
    action: "freeze",
    codes: ["KeyQ"],
    shift: true,
    sign: "⇧ Q",
    group: "screen",
    label: () => _("Freeze the wall, or resume it"),
  },
  {
    action: "blank",
    codes: ["Period"],
    sign: ".",
    group: "screen",
    label: () => _("Blank the wall, and back; the black-screen key of a clicker"),
  },
  { action: "display", codes: ["KeyD"], sign: "D", group: "screen", label: () => _("Open the wall") },
  {
    action: "known",
    codes: ["KeyD"],
    shift: true,
    sign: "⇧ D",
    group: "screen",
    label: () => _("On the wall: invite people to be known next time, and back"),
  },
  {
    action: "summary",
    codes: ["KeyS"],
    shift: true,
    sign: "⇧ S",
    group: "screen",
    label: () => _("Read or edit the summary so far"),
  },
  {
    action: "keys",
    codes: ["Slash", "F1"],
    shift: true,
    sign: "?",
    group: "screen",
    label: () => _("This list"),
  },
  {
    action: "escape",
    codes: ["Escape"],
    sign: "Esc",
    group: "screen",
    label: () => _("Close what is open, unpick the chair"),
  },
];
