/** The keys of the queue: walk along it, and do something about whoever is picked there. */

import { _ } from "../../shared/i18n/i18n.js";

/**
 * They mean something while somebody in the queue is picked; Enter gives the floor otherwise.
 * @type {import("./key-table.js").Key[]}
 */
const OF_A_REQUEST = [
  {
    action: "come",
    codes: ["Enter", "NumpadEnter"],
    sign: "↵",
    group: "queue",
    label: () => _("To a chair now; or the words were read aloud"),
  },
  { action: "request_up", codes: ["ArrowUp"], shift: true, sign: "⇧ ↑", group: "queue", label: () => _("Up") },
  { action: "request_down", codes: ["ArrowDown"], shift: true, sign: "⇧ ↓", group: "queue", label: () => _("Down") },
  { action: "request_first", codes: ["KeyF"], shift: true, sign: "⇧ F", group: "queue", label: () => _("First") },
  {
    action: "bring",
    codes: ["KeyR"],
    shift: true,
    sign: "⇧ R",
    group: "queue",
    label: () => _("A new point, a reply or a question"),
  },
  {
    action: "words",
    codes: ["KeyE"],
    shift: true,
    sign: "⇧ E",
    group: "queue",
    label: () => _("Type what somebody without a phone wants to have read aloud"),
  },
  { action: "take_off", codes: ["Backspace", "Delete"], sign: "⌫", group: "queue", label: () => _("Take off the queue") },
];

/** @type {import("./key-table.js").Key[]} */
export const QUEUE_KEYS = [
  {
    action: "walk",
    codes: ["ArrowDown", "ArrowUp"],
    sign: "↓ ↑",
    group: "queue",
    label: () => _("Pick somebody in the queue, then:"),
  },
  ...OF_A_REQUEST.map((key) => ({ ...key, on: /** @type {const} */ ("request") })),
];
