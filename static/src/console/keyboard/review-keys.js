/** The keys of what is to be looked at: walk along it, let it be seen, leave it out. */

import { _ } from "../../shared/i18n/i18n.js";

/**
 * They mean something while something is being looked at.
 * @type {import("./key-table.js").Key[]}
 */
const OF_AN_ITEM = [
  {
    action: "review_walk",
    codes: ["ArrowDown", "ArrowUp"],
    sign: "↓ ↑",
    group: "review",
    label: () => _("Next, previous"),
  },
  {
    action: "review_accept",
    codes: ["Enter", "NumpadEnter"],
    sign: "↵",
    group: "review",
    label: () => _("Put up; after the end: include in the summary"),
  },
  {
    action: "review_aside",
    codes: ["Backspace", "Delete"],
    sign: "⌫",
    group: "review",
    label: () => _("Set aside; after the end: leave out"),
  },
];

/** @type {import("./key-table.js").Key[]} */
export const REVIEW_KEYS = [
  {
    action: "review",
    codes: ["KeyL"],
    shift: true,
    sign: "⇧ L",
    group: "review",
    label: () => _("Review what people have written, then:"),
  },
  ...OF_AN_ITEM.map((key) => ({ ...key, on: /** @type {const} */ ("review") })),
];
