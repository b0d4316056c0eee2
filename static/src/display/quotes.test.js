import assert from "node:assert/strict";
import { test } from "node:test";
import { fitting, isLarge, shownQuotes } from "./quotes.js";

/** @param {number} id @param {number} length @returns {import("../wire").QuoteView} */
const quote = (id, length) => ({ id, words: "x".repeat(length), by: null, kind: "take", origin: "" });

test("short words are set larger", () => {
  assert.equal(isLarge({ words: "Saying no is maintenance." }), true);
  assert.equal(isLarge({ words: "Thank people when they stop, not only when they start." }), false);
});

test("what fits stays as it is", () => {
  const quotes = [quote(1, 40), quote(2, 40)];
  assert.deepEqual(shownQuotes(quotes, 3), quotes);
});

test("the newest stays, and everybody else has a turn", () => {
  const quotes = Array.from({ length: 30 }, (_one, at) => quote(30 - at, 80));
  const seen = new Set();
  for (let round = 0; round < 29; round += 1) {
    const shown = shownQuotes(quotes, round);
    assert.equal(shown[0].id, 30);
    assert.ok(shown.length < 30);
    shown.forEach(({ id }) => seen.add(id));
  }
  assert.equal(seen.size, 30);
});

test("even the longest words are shown", () => {
  assert.equal(fitting([quote(1, 280), quote(2, 280), quote(3, 280)]), 2);
  assert.equal(fitting([quote(1, 2_000)]), 1);
});
