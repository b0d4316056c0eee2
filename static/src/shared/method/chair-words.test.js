import assert from "node:assert/strict";
import { test } from "node:test";
import { kindOf, noteOf, toldOf } from "./chair-words.js";

/** @type {import("../../wire").ChairView} */
const MEI_LIN = {
  no: 4,
  kind: "speaker",
  closing: false,
  state: "speaking",
  person: { id: 9, name: "Mei-Lin", no: 2, twin: 1 },
  turn: 12,
  began_run_ms: 0,
  asked: false,
  offered: false,
};
const UNKNOWN = { ms: null, over: false };

test("a chair is one sentence", () => {
  assert.equal(toldOf(MEI_LIN, { ms: 168_000, over: false }), "chair 4, Mei-Lin, is speaking, 2:48");
  assert.equal(toldOf({ ...MEI_LIN, state: "seated" }, { ms: 545_000, over: true }), "chair 4, Mei-Lin, 9:05 over");
  assert.equal(toldOf({ ...MEI_LIN, state: "held" }, UNKNOWN), "chair 4 is held for Mei-Lin");
  assert.equal(toldOf({ ...MEI_LIN, state: "open", person: null }, UNKNOWN), "chair 4 is open");
  assert.equal(toldOf({ ...MEI_LIN, asked: true }, UNKNOWN), "chair 4, Mei-Lin, is speaking, makes room soon");
});

test("under the name stands what the room should know first, else the time, else nothing", () => {
  assert.equal(noteOf({ ...MEI_LIN, asked: true }, { ms: 1_000, over: false }), "makes room soon");
  assert.equal(noteOf(MEI_LIN, { ms: 545_000, over: true }), "9:05 over");
  assert.equal(noteOf(MEI_LIN, UNKNOWN), "");
});

test("a kept or closing chair says so", () => {
  const guest = { ...MEI_LIN, state: /** @type {const} */ ("seated"), kind: /** @type {const} */ ("guest") };
  assert.equal(kindOf(guest), "guest");
  assert.equal(toldOf(guest, UNKNOWN), "chair 4, Mei-Lin, guest");
  assert.equal(noteOf({ ...MEI_LIN, closing: true }, UNKNOWN), "closes when left");
});
