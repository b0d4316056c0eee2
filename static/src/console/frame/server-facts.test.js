import assert from "node:assert/strict";
import { test } from "node:test";
import { serverFacts } from "./server-facts.js";

const WELL = { connections: 38, lag_ms: 12, saved_at_ms: Date.UTC(2026, 10, 30, 14, 2), free_mb: 41_000, clock_ahead_s: 0 };

/** @param {Partial<typeof WELL> | {saved_at_ms: null} | {free_mb: null}} changed */
const told = (changed = {}) => serverFacts({ ...WELL, ...changed });

test("where all is well nothing is marked", () => {
  const facts = told();
  assert.equal(facts.length, 5);
  assert.ok(facts.every(({ matters, words }) => !matters && !words.includes("{")));
  assert.equal(facts[0]?.words, "38 connections");
});

test("late answers, a full disk and a clock that was set are marked, and nothing else", () => {
  const marked = told({ lag_ms: 1_500, free_mb: 400, clock_ahead_s: -120 }).filter(({ matters }) => matters);
  assert.deepEqual(
    marked.map(({ words }) => words),
    ["answers 1.5 s late", "0.4 GB free on the disk", "the computer’s clock was set by 120 s"],
  );
});

test("what is not known is not told", () => {
  assert.equal(told({ free_mb: null }).length, 4);
  assert.equal(told({ saved_at_ms: null })[2]?.words, "nothing to save yet");
});
