import assert from "node:assert/strict";
import { test } from "node:test";
import { breakLeftMs, instantAt, instantIn, typedTime } from "./break.js";

const MINUTE = 60_000;
const CLOCK = {
  state: /** @type {const} */ ("paused"),
  planned_ms: 0,
  started_at_ms: 0,
  paused_at_ms: 0,
  paused_ms: 0,
  closed_at_ms: null,
  break_until_ms: 10 * MINUTE,
};

test("a break has something left until its end, and nothing after it", () => {
  assert.equal(breakLeftMs(CLOCK, 4 * MINUTE), 6 * MINUTE);
  assert.equal(breakLeftMs(CLOCK, 12 * MINUTE), 0);
  assert.equal(breakLeftMs({ ...CLOCK, break_until_ms: null }, 4 * MINUTE), 0);
});

test("a time is the next one that a clock shows, also after midnight", () => {
  const evening = new Date(2026, 10, 29, 23, 50, 30).getTime();
  assert.equal(instantAt("23:55", evening), new Date(2026, 10, 29, 23, 55).getTime());
  assert.equal(instantAt("0:05", evening), new Date(2026, 10, 30, 0, 5).getTime());
  for (const wrong of ["", "24:00", "12:60", "soon"]) assert.equal(instantAt(wrong, evening), null);
});

test("some minutes end on a full one, and are typed as they are shown", () => {
  const noon = new Date(2026, 10, 29, 12, 0, 20).getTime();
  assert.equal(typedTime(instantIn(15, noon)), "12:16");
  assert.equal(typedTime(instantIn(15, noon, 5)), "12:20");
  assert.equal(instantAt(typedTime(instantIn(15, noon)), noon), instantIn(15, noon));
});
