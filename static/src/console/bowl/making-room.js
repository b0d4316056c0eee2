/** Who makes room, and why: one sentence for every reason that a rule can have. */

import { formatLeft, formatMinutes } from "../../shared/time/clock.js";
import { _, nameOf } from "../../shared/i18n/i18n.js";

/**
 * @import {ExitWhy, MakesRoom} from "../../wire"
 * @typedef {{name: string, minutes: string, takes: string}} Named
 */

/** @type {Record<Exclude<ExitWhy, "time_limit">, (named: Named) => string>} */
const WHY = {
  asked: (p) => _("{name} makes room: asked already, seated {minutes}", p),
  longest_seated: (p) => _("{name} makes room: seated longest, {minutes}", p),
  offered: (p) => _("{name} makes room: offered the chair, seated {minutes}", p),
  nobody_offered: (p) => _("Nobody has offered a chair. Seated longest: {name}, {minutes}", p),
  tapped: (p) => _("{name} makes room: {takes} has named this chair", p),
  nobody_tapped: (p) => _("Nobody has named a chair yet. Seated longest: {name}, {minutes}", p),
  visitor: (p) => _("{name} makes room: the visitor seated longest, {minutes}", p),
  group: (p) => _("All speakers make room together. Seated longest: {name}, {minutes}", p),
};

/**
 * @param {MakesRoom} room
 * @param {number} runMs the session clock now
 * @param {number} limitMs the hint for a turn
 */
export function makesRoomWords(room, runMs, limitMs) {
  const name = nameOf(room.person);
  const seatedMs = runMs - room.began_run_ms;
  if (room.minute_until_run_ms !== null) {
    const left = formatLeft(Math.max(0, room.minute_until_run_ms - runMs));
    return _("{name} makes room in a minute: {left} to finish a thought", { name, left });
  }
  if (room.why === "time_limit") return limitWords(name, seatedMs - limitMs);
  const takes = room.takes ? nameOf(room.takes) : _("Somebody");
  return WHY[room.why]({ name, minutes: formatMinutes(seatedMs), takes });
}

/** @param {string} name @param {number} overMs */
function limitWords(name, overMs) {
  if (overMs > 0) return _("{name} makes room: {minutes} over", { name, minutes: formatMinutes(overMs) });
  return _("{name} will be over first, in {left}", { name, left: formatLeft(-overMs) });
}
