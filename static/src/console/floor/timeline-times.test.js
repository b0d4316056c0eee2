import assert from "node:assert/strict";
import { test } from "node:test";
import { formatClock } from "../../shared/time/clock.js";
import { parseClock } from "./timeline-times.js";

test("what is shown can be typed", () => {
  for (const ms of [0, 5_000, 245_000, 3_845_000]) assert.equal(parseClock(formatClock(ms)), ms);
  assert.equal(parseClock(" 90:00 "), 5_400_000);
});

test("what is no time is none", () => {
  for (const text of ["", "4", "4:5", "4:60", "x:00", "-1:00"]) assert.equal(parseClock(text), null);
});
