/** The words of looking back: the stages of the debrief, the kinds of takeaways, days. */

import { _ } from "../i18n/i18n.js";

/** @typedef {import("../../wire").DebriefStage} DebriefStage */
/** @typedef {import("../../wire").TakeawayKind} TakeawayKind */

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a stage asks. @param {DebriefStage} stage */
export function stageQuestion(stage) {
  switch (stage) {
    case "what":
      return _("What did you notice?");
    case "so_what":
      return _("So what? Why does it matter?");
    case "now_what":
      return _("Now what? What follows from it?");
  }
}

/** What a stage is called, in short. @param {DebriefStage} stage */
export function stageName(stage) {
  switch (stage) {
    case "what":
      return _("What");
    case "so_what":
      return _("So what");
    case "now_what":
      return _("Now what");
  }
}

/** How a takeaway begins. @param {TakeawayKind} kind */
export function kindBegins(kind) {
  switch (kind) {
    case "take":
      return _("I take");
    case "offer":
      return _("I offer");
    case "need":
      return _("I need");
    case "will":
      return _("I will");
    case "brought":
      return _("I bring back");
  }
}

/** A day as people write it, from 2026-12-01. @param {string} day */
export function dayText(day) {
  const date = new Date(`${day}T12:00:00`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString(document.documentElement.lang || undefined, { day: "numeric", month: "short", year: "numeric" });
}

/** The day so many days from now, like 2026-12-01. @param {number} days @param {number} [nowMs] */
export function dayIn(days, nowMs = Date.now()) {
  const then = new Date(nowMs + days * DAY_MS);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}
