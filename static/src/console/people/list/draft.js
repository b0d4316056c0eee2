/** What was pasted and where it goes: it outlives the panel, so that closing it loses nothing. */

import { _ } from "../../../shared/i18n/i18n.js";
import { cellsOf } from "./cells.js";

/**
 * @import {AddPeople} from "../../../wire"
 * @import {Desk} from "../../desk/desk.js"
 * @typedef {NonNullable<AddPeople["place"]>} Place
 * @typedef {{text: string, place: Place}} NameDraft
 */

/** @returns {NameDraft} */
export function emptyNames() {
  return { text: "", place: "room" };
}

/**
 * Open the panel, or close it: with the key and its button. Before the start a list is of those who start.
 * @param {Desk} desk
 */
export function toggleNames(desk) {
  const { state } = desk.slices.session;
  if (desk.panel === "names") desk.set({ panel: null });
  else if (state === "closed") desk.say(_("The session has ended."));
  else openNames(desk, state === "lobby" ? "chairs" : "room");
}

/**
 * Open the panel for a place; what is pasted comes after what is there.
 * @param {Desk} desk
 * @param {Place} place
 * @param {string} [pasted]
 */
export function openNames(desk, place, pasted = "") {
  desk.set({ panel: "names", names: { place, text: joined(desk.names.text, pasted) } });
}

/**
 * The text that is pasted, if it is a list: then it does not go into the field for one name.
 * @param {ClipboardEvent} event
 * @returns {string} empty for one name or none
 */
export function pastedList(event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!isList(text)) return "";
  event.preventDefault();
  return text;
}

/** Whether a text has more than one line. @param {string} text */
export function isList(text) {
  return cellsOf(text, "").length > 1;
}

/** @param {string} before @param {string} added */
export function joined(before, added) {
  if (!before.trim() || !added) return added || before;
  return `${before.replace(/\s+$/u, "")}\n${added}`;
}
