import assert from "node:assert/strict";
import { test } from "node:test";
import { KEYS } from "../keyboard/key-table.js";
import { may, mayPress, notYoursWords, roleWords } from "./rights.js";
import { slices } from "../../../testing/console-scene.js";

/** @param {import("../../wire").Role} role @param {string[]} commands */
function console_(role, commands) {
  return { slices: { ...slices(), you: { role, may: commands } } };
}

test("a note-taker presses T and nothing about chairs", () => {
  const notes = console_("note_taker", ["begin_topic", "undo_action"]);
  const pressed = KEYS.map(({ action }) => action).filter((action) => mayPress(notes, action));
  assert.deepEqual(pressed, ["topic", "undo", "redo", "display", "summary", "keys", "escape"]);
});

test("Space is for who may do what it means", () => {
  assert.ok(mayPress(console_("co_facilitator", ["call_person"]), "next"));
  assert.ok(!mayPress(console_("note_taker", ["begin_topic"]), "next"));
});

test("the server's list is all that counts", () => {
  assert.ok(may(console_("co_facilitator", ["hide_name"]).slices, "hide_name"));
  assert.ok(!may(console_("facilitator", []).slices, "hide_name"));
});

test("every role has a name, and a kind line for foreign keys", () => {
  assert.equal(roleWords("runner"), "Microphone runner");
  assert.match(notYoursWords("note_taker"), /topics/);
  assert.match(notYoursWords("co_facilitator"), /facilitator/);
});
