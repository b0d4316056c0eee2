/** The keys of what is around the bowl: the run of show, people, the door, rules and settings. */

import { _ } from "../../shared/i18n/i18n.js";

/** @type {import("./key-table.js").Key[]} */
export const ROOM_KEYS = [
  {
    action: "run",
    codes: ["KeyY"],
    sign: "Y",
    group: "room",
    label: () => _("The run of show: minutes, words, order"),
  },
  {
    action: "bell",
    codes: ["KeyB"],
    shift: true,
    sign: "⇧ B",
    group: "room",
    label: () => _("Ring the bell"),
  },
  { action: "people", codes: ["KeyI"], sign: "I", group: "room", label: () => _("Who is in the room") },
  {
    action: "names",
    codes: ["KeyI"],
    shift: true,
    sign: "⇧ I",
    group: "room",
    label: () => _("Names from a list: paste them, or choose a file"),
  },
  {
    action: "getting_in",
    codes: ["KeyJ"],
    sign: "J",
    group: "room",
    label: () => _("How people get in: address, code, sheet"),
  },
  {
    action: "timeline",
    codes: ["KeyZ"],
    sign: "Z",
    group: "room",
    label: () => _("Timeline: correct who spoke and who sat when"),
  },
  {
    action: "lock",
    codes: ["KeyL"],
    sign: "L",
    group: "room",
    label: () => _("Lock the door, or unlock it"),
  },
  {
    action: "admit",
    codes: ["KeyA"],
    shift: true,
    sign: "⇧ A",
    group: "room",
    label: () => _("Let in everybody who waits at the door"),
  },
  {
    action: "door",
    codes: ["KeyJ"],
    shift: true,
    sign: "⇧ J",
    group: "room",
    label: () => _("The door: who waits there, and who came when"),
  },
  {
    action: "rules",
    codes: ["KeyB"],
    sign: "B",
    group: "room",
    label: () => _("Rules of the bowl: how people get a chair, who makes room, how many chairs"),
  },
  {
    action: "settings",
    codes: ["KeyO"],
    sign: "O",
    group: "room",
    label: () => _("Question, times and other settings"),
  },
  {
    action: "order",
    codes: ["KeyO"],
    shift: true,
    sign: "⇧ O",
    group: "room",
    label: () => _("The order of the queue: who is called next"),
  },
];
