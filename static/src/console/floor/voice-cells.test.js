import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf } from "./voice-cells.js";

test("closed runs of minutes become cells", () => {
  assert.deepEqual(cellsOf({ minutes: [[0, 2], [5, 5]], since_run_ms: null }, 9), [0, 1, 2, 5]);
});

test("what goes on fills every minute up to now, and none twice", () => {
  assert.deepEqual(cellsOf({ minutes: [[0, 3]], since_run_ms: 3.5 * 60_000 }, 5), [0, 1, 2, 3, 4, 5]);
});

test("a server that sends no minutes leaves the row empty until somebody speaks", () => {
  const older = /** @type {any} */ ({ since_run_ms: null });
  assert.deepEqual(cellsOf(older, 5), []);
});
