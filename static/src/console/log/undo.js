/**
 * What U takes back: the latest action; once that was refused because something was built on it,
 * the latest that can be taken back.
 */

import { _ } from "../../shared/i18n/i18n.js";
import { signOf } from "../keyboard/key-lookup.js";
import { logWords } from "./log-lines.js";

/**
 * @import {Ack, CommandBody, ConsoleSlices} from "../../wire"
 * @import {Desk, Way} from "../desk/desk.js"
 */

/**
 * The action that U takes back; `null` if there is none.
 * @param {Pick<ConsoleSlices, "action">} slices
 * @param {number | null} refused the action that was refused to be taken back last
 */
export function undoMeant({ action: { undo, undo_instead } }, refused) {
  return undo !== null && undo === refused && undo_instead !== null ? undo_instead : undo;
}

/**
 * What can be done where something cannot be taken back any more.
 * @param {Desk} desk
 * @param {CommandBody} command
 * @param {Ack} ack
 * @returns {Way[]}
 */
export function waysOut(desk, command, ack) {
  if (ack.error?.code !== "undo_overtaken" || command.do !== "undo_action") return [];
  const { chair, turn } = ack.error.params ?? {};
  const close = { notice: null };
  const move = () => desk.set({ ...close, picked: chair, request: null, moving: turn });
  const ways = turn ? [{ label: _("Move to another chair"), run: move }] : [];
  const instead = insteadOf(desk, command.action);
  if (instead) ways.push(instead);
  if (turn) ways.push({ label: _("Cancel"), run: () => desk.set(close) });
  return ways;
}

/** The next one, with the key that means it from here on. @param {Desk} desk @param {number} refused @returns {Way | null} */
function insteadOf(desk, refused) {
  const { action, log, run } = desk.slices;
  const { undo, undo_instead } = action;
  if (undo !== refused || undo_instead === null) return null;
  const line = log.lines.find((one) => one.undo === undo_instead);
  const text = line && logWords(line, run);
  return {
    label: text ? _("Undo instead: {text}", { text }) : _("Undo the one before"),
    sign: signOf("undo"),
    run: () => {
      desk.set({ notice: null });
      desk.send({ do: "undo_action", action: undo_instead });
    },
  };
}
