/** What is said about a chair: under the name, and as one sentence to screen readers. */

import { formatClock } from "../time/clock.js";
import { _, listed, nameOf } from "../i18n/i18n.js";

/** @typedef {import("../../wire").ChairView} ChairView */

/**
 * How long somebody has sat, where that may be shown, and whether that is over the hint.
 *
 * @typedef {{ms: number | null, over: boolean}} Seated
 */

/** The line under the name. @param {ChairView} chair @param {Seated} seated */
export function noteOf(chair, seated) {
  if (chair.state === "held") return _("is invited");
  if (chair.asked) return _("makes room soon");
  if (chair.offered) return _("offers this chair");
  if (chair.closing) return _("closes when left");
  return timeOf(seated);
}

/** For whom the chair is kept; empty where everybody may speak. @param {ChairView} chair */
export function kindOf({ kind }) {
  if (kind === "host") return _("host");
  return kind === "guest" ? _("guest") : "";
}

/** The chair in one sentence. @param {ChairView} chair @param {Seated} seated */
export function toldOf(chair, seated) {
  const more = [
    kindOf(chair),
    timeOf(seated),
    chair.asked && _("makes room soon"),
    chair.offered && _("offers this chair"),
    chair.closing && _("closes when left"),
  ];
  return listed([whoOf(chair), ...more]);
}

/** @param {ChairView} chair */
function whoOf({ no, person, state }) {
  if (!person) return state === "open" ? _("chair {no} is open", { no }) : _("chair {no} is empty", { no });
  const name = nameOf(person);
  if (state === "held") return _("chair {no} is held for {name}", { no, name });
  return state === "speaking"
    ? _("chair {no}, {name}, is speaking", { no, name })
    : _("chair {no}, {name}", { no, name });
}

/** @param {Seated} seated */
function timeOf({ ms, over }) {
  if (ms === null) return "";
  const time = formatClock(ms);
  return over ? _("{time} over", { time }) : time;
}
