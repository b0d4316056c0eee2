/** What people bring, in words that fit into a line. */

import { _ } from "./i18n.js";

/** @type {Record<import("../wire").RequestKind, () => string>} */
const KINDS = {
  new_point: () => _("new point"),
  reply: () => _("reply"),
  question: () => _("question"),
  read_aloud: () => _("to be read aloud"),
};

/** @param {import("../wire").RequestKind} kind */
export function kindWords(kind) {
  return KINDS[kind]();
}
