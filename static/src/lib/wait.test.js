import assert from "node:assert/strict";
import test from "node:test";
import { waitWords } from "./wait.js";

const pace = { low_ms: 120_000, high_ms: 200_000, free: 1 };

test("a wait is a range, always about", () => {
  assert.equal(waitWords(pace, 4), "about 6 to 10 min");
});

test("who has a chair waits no more", () => {
  assert.equal(waitWords(pace, 1), "any moment now");
});

test("nothing is said before it can be", () => {
  assert.equal(waitWords(null, 4), "");
  assert.equal(waitWords(pace, 0), "");
});

test("both ends alike are one number", () => {
  assert.equal(waitWords({ low_ms: 30_000, high_ms: 60_000, free: 0 }, 1), "about one minute");
  assert.equal(waitWords({ low_ms: 240_000, high_ms: 240_000, free: 0 }, 1), "about 4 min");
});
