/** The keys of what is to be looked at: walk along it, let it be seen, leave it out. */

import { _ } from "../../lib/i18n.js";

/**
 * They mean something while something is being looked at.
 * @type {import("./keytable.js").Key[]}
 */
const OF_AN_ITEM = [
  {
    action: "look_walk",
    codes: ["ArrowDown", "ArrowUp"],
    sign: "↓ ↑",
    group: "look",
    label: () => _("Next, previous"),
  },
  {
    action: "look_accept",
    codes: ["Enter", "NumpadEnter"],
    sign: "↵",
    group: "look",
    label: () => _("Put up; after the end: include in the summary"),
  },
  {
    action: "look_aside",
    codes: ["Backspace", "Delete"],
    sign: "⌫",
    group: "look",
    label: () => _("Set aside; after the end: leave out"),
  },
];

/** @type {import("./keytable.js").Key[]} */
export const LOOK_KEYS = [
  {
    action: "look",
    codes: ["KeyL"],
    shift: true,
    sign: "⇧ L",
    group: "look",
    label: () => _("Review what people have written, then:"),
  },
  ...OF_AN_ITEM.map((key) => ({ ...key, on: /** @type {const} */ ("look") })),
];
