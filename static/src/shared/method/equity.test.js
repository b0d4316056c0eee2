import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresOf, gini, sharedHow } from "./equity.js";

const MINUTE = 60_000;

/** @param {number} id @param {number} minutes @param {number | null} [since] */
function voice(id, minutes, since = null) {
  const person = { id, name: `Voice ${id}`, no: id, twin: 1 };
  return { person, turns: 1, first: id > 1, talk_ms: minutes * MINUTE, since_run_ms: since, longest_ms: MINUTE, minutes: [] };
}

/** @param {ReturnType<typeof voice>[]} voices */
function talk(...voices) {
  return { topic: null, title: "", tracked: true, voices, facilitator_ms: MINUTE, facilitator_since_run_ms: null, marked: true };
}

test("Gini is the same as in the domain", () => {
  assert.equal(gini([]), 0);
  assert.equal(gini([3, 3, 3]), 0);
  assert.equal(gini([0, 0, 0, 8]), 0.75);
  assert.equal(gini([3, 1]), 0.25);
  assert.deepEqual([0, 0.3, 0.6].map(sharedHow), ["well", "fairly", "few"]);
});

test("what goes on counts on with the clock", () => {
  const found = figuresOf(talk(voice(1, 1), voice(2, 1, 10 * MINUTE)), 13 * MINUTE);
  assert.equal(found.totalMs, 5 * MINUTE);
  assert.equal(found.loudest?.person.id, 2);
  assert.equal(found.loudestShare, 0.8);
  assert.equal(found.longestMs, 3 * MINUTE);
  assert.equal(found.firstTimers, 1);
  assert.equal(found.facilitatorShare, 1 / 6);
});

test("who is far from the median is marked, from three voices on", () => {
  assert.equal(figuresOf(talk(voice(1, 1), voice(2, 9)), 0).marks.size, 0);
  const { marks } = figuresOf(talk(voice(1, 1), voice(2, 4), voice(3, 7)), 0);
  assert.deepEqual([...marks], [[1, "below"], [3, "above"]]);
});

test("the facilitator has no share of the time on chairs", () => {
  assert.equal(figuresOf({ ...talk(voice(1, 1), voice(2, 4)), tracked: false }, 0).facilitatorShare, 0);
});

test("an empty room has no figures", () => {
  const found = figuresOf({ ...talk(), facilitator_ms: 0 }, 0);
  assert.equal(found.loudest, null);
  assert.equal(found.facilitatorShare, 0);
});
