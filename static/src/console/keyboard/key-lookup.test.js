import assert from "node:assert/strict";
import { test } from "node:test";
import { actionOf, isHeld, shortcutOf, signOf } from "./key-lookup.js";
import { KEYS } from "./key-table.js";

test("of the keys of the queue only Enter means something else beside it", () => {
  const others = KEYS.filter((key) => !key.on).flatMap((key) => key.codes.map((code) => `${key.shift ?? false} ${code}`));
  const both = KEYS.filter((key) => key.on === "request" && key.codes.some((code) => others.includes(`${key.shift ?? false} ${code}`)));
  assert.deepEqual(both.map(({ action }) => action), ["come"], "a free chair that is picked as well shows its own");
});

test("no two keys mean different things", () => {
  const presses = KEYS.flatMap((key) => key.codes.map((code) => `${key.on ?? ""} ${key.shift ?? false} ${code}`));
  assert.equal(new Set(presses).size, presses.length);
});

test("every action has one entry, a sign and words", () => {
  assert.equal(new Set(KEYS.map((key) => key.action)).size, KEYS.length);
  for (const key of KEYS) assert.ok(key.sign && key.label(), key.action);
});

test("a number gives the floor, with Shift it picks the chair", () => {
  assert.deepEqual(actionOf({ code: "Digit3", shift: false }), { action: "floor", number: 3 });
  assert.deepEqual(actionOf({ code: "Numpad3", shift: false }), { action: "floor", number: 3 });
  assert.deepEqual(actionOf({ code: "Digit3", shift: true }), { action: "pick", number: 3 });
  assert.equal(actionOf({ code: "Digit9", shift: false }), null);
});

test("Shift tells redo from undo, and makes other keys mean nothing", () => {
  assert.equal(actionOf({ code: "KeyU", shift: false })?.action, "undo");
  assert.equal(actionOf({ code: "KeyU", shift: true })?.action, "redo");
  assert.equal(actionOf({ code: "KeyF", shift: true }), null);
});

test("Enter calls whoever is picked in the queue; nobody picked, it is about the chair", () => {
  const enter = { code: "Enter", shift: false };
  assert.equal(actionOf(enter)?.action, "speaking");
  assert.equal(actionOf(enter, "request")?.action, "come");
  assert.equal(actionOf({ code: "Backspace", shift: false }), null);
  assert.equal(actionOf({ code: "KeyH", shift: false }, "request")?.action, "hide");
});

test("arrows walk along the queue, and with Shift they move who is picked", () => {
  assert.deepEqual(actionOf({ code: "ArrowDown", shift: false }), { action: "walk", number: 1 });
  assert.deepEqual(actionOf({ code: "ArrowUp", shift: false }, "request"), { action: "walk", number: -1 });
  assert.equal(actionOf({ code: "ArrowUp", shift: true }, "request")?.action, "request_up");
  assert.equal(actionOf({ code: "ArrowUp", shift: true }), null);
});

test("what is looked at has arrows, Enter and Backspace of its own", () => {
  const press = (/** @type {string} */ code) => actionOf({ code, shift: false }, "review");
  assert.deepEqual(press("ArrowDown"), { action: "review_walk", number: 1 });
  assert.equal(press("Enter")?.action, "review_accept");
  assert.equal(press("Backspace")?.action, "review_aside");
  assert.equal(press("KeyQ")?.action, "wall", "all else stays");
  assert.equal(actionOf({ code: "KeyL", shift: true })?.action, "review");
});

test("a clicker does the next action and shows the QR", () => {
  assert.equal(actionOf({ code: "PageDown", shift: false })?.action, "next");
  assert.equal(actionOf({ code: "PageUp", shift: false })?.action, "wall");
});

test("hints come from the same table", () => {
  assert.equal(signOf("redo"), "⇧ U");
  assert.equal(shortcutOf("redo"), "Shift+U");
  assert.equal(shortcutOf("next"), "Space");
  assert.ok(isHeld("close"));
  assert.ok(!isHeld("undo"));
});
