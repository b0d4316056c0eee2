import assert from "node:assert/strict";
import { test } from "node:test";
import { mayWantMinute } from "./in-bowl.js";

/** @type {import("../../wire").MyTurn} */
const TURN = {
  turn: 12,
  chair: 2,
  began_run_ms: 0,
  asked: false,
  offered: false,
  nudged_at_ms: null,
  tapped_by: null,
  minute: false,
  minute_until_run_ms: null,
};

test("one more minute is offered to whom somebody waits for, once", () => {
  assert.equal(mayWantMinute(TURN), false);
  assert.equal(mayWantMinute({ ...TURN, asked: true }), true);
  assert.equal(mayWantMinute({ ...TURN, tapped_by: { id: 3, name: "Kofi", no: 3, twin: 1 } }), true);
  assert.equal(mayWantMinute({ ...TURN, asked: true, minute: true }), false);
});
