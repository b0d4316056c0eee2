/** What people bring, in words. */

import { _ } from "../i18n/i18n.js";

/** In the middle of a line. @type {Record<import("../../wire").RequestKind, () => string>} */
const KINDS = {
  new_point: () => _("new point"),
  reply: () => _("reply"),
  question: () => _("question"),
  read_aloud: () => _("to be read aloud"),
};

/** @param {import("../../wire").RequestKind} kind */
export function kindWords(kind) {
  return KINDS[kind]();
}

/** On its own, as on a button. @param {import("../../wire").RequestKind} kind */
export function kindText(kind) {
  if (kind === "reply") return _("Reply");
  if (kind === "read_aloud") return _("Read aloud");
  return kind === "question" ? _("Question") : _("New point");
}
