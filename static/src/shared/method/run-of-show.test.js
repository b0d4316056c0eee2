import assert from "node:assert/strict";
import test from "node:test";
import { pairStep, parts, phaseLeftMs } from "./run-of-show.js";

const MIN = 60_000;

/** @param {Partial<import("../../wire").RunSlice>} more @returns {import("../../wire").RunSlice} */
const run = (more = {}) => ({
  format: "sandwich",
  phases: [
    { kind: "pair_share", planned_ms: 5 * MIN },
    { kind: "bowl", planned_ms: 30 * MIN },
    { kind: "close", planned_ms: 5 * MIN },
  ],
  index: 0,
  began_run_ms: [0],
  steps: [],
  due: false,
  queue_closed: false,
  opened_by_hand: false,
  last_run_ms: null,
  ...more,
});

test("a phase that goes on counts, one that is over keeps its time", () => {
  const second = run({ index: 1, began_run_ms: [0, 8 * MIN] });
  const [pairs, bowl, close] = parts(second, 10 * MIN);
  assert.deepEqual([pairs.state, pairs.ranMs, pairs.overMs], ["done", 8 * MIN, 3 * MIN]);
  assert.deepEqual([bowl.state, bowl.ranMs], ["now", 2 * MIN]);
  assert.equal(close.state, "ahead");
  assert.equal(phaseLeftMs(second, 10 * MIN), 28 * MIN);
});

test("a pair share goes step by step, and the recall lasts", () => {
  const steps = run({
    steps: [
      { step: "think", from_run_ms: 0, to_run_ms: 30_000 },
      { step: "first", from_run_ms: 30_000, to_run_ms: 90_000 },
      { step: "second", from_run_ms: 90_000, to_run_ms: 150_000 },
      { step: "recall", from_run_ms: 150_000, to_run_ms: null },
    ],
  });
  const names = [0, 30_000, 89_999, 90_000, 999_999].map((at) => pairStep(steps, at)?.step);
  assert.deepEqual(names, ["think", "first", "first", "second", "recall"]);
});
