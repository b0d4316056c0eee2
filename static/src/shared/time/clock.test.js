import assert from "node:assert/strict";
import { test } from "node:test";
import { formatClock, formatLeft, formatMinutes, leftMs, nowMs, runningMs, sync } from "./clock.js";

/** @type {import("../../wire").ClockSlice} */
const RUNNING = {
  state: "running",
  planned_ms: 60_000,
  started_at_ms: 1_000,
  paused_at_ms: null,
  paused_ms: 0,
  closed_at_ms: null,
  break_until_ms: null,
};

test("session time goes on from the last message, at its rate", () => {
  sync({ now_ms: 5_000, rate: 10 }, 100);
  assert.equal(nowMs(100), 5_000);
  assert.equal(nowMs(350), 7_500);
});

test("the clock stands before the start, in pauses, and after the end", () => {
  assert.equal(runningMs({ ...RUNNING, started_at_ms: null }, 9_000), 0);
  assert.equal(runningMs(RUNNING, 9_000), 8_000);
  assert.equal(runningMs({ ...RUNNING, paused_at_ms: 4_000 }, 9_000), 3_000);
  assert.equal(runningMs({ ...RUNNING, paused_ms: 2_000 }, 9_000), 6_000);
  assert.equal(runningMs({ ...RUNNING, closed_at_ms: 6_000, paused_at_ms: 8_000 }, 9_000), 5_000);
});

test("time left goes below zero", () => {
  assert.equal(leftMs(RUNNING, 31_000), 30_000);
  assert.equal(leftMs(RUNNING, 71_000), -10_000);
});

test("passed time is cut, left time is rounded up", () => {
  assert.equal(formatClock(0), "0:00");
  assert.equal(formatClock(251_999), "4:11");
  assert.equal(formatLeft(251_001), "4:12");
  assert.equal(formatClock(3_851_000), "1:04:11");
  assert.equal(formatClock(-61_000), "1:01");
});

test("minutes are words, and never none", () => {
  assert.equal(formatMinutes(1_000), "1 minute");
  assert.equal(formatMinutes(430_000), "7 minutes");
});
