import assert from "node:assert/strict";
import { test } from "node:test";
import { dotsLeft, dotsOf, ownDots, ranked } from "./votes.js";

const counts = [
  { topic: 1, dots: 2 },
  { topic: 3, dots: 5 },
];
const vote = { vote: 9, dots: 3, open: true, closes_at_ms: null, voted: 3, phones: 0, counts };

/** @param {import("../wire").MyDots[]} dots @returns {any} */
const me = (dots) => ({ dots });

test("topics are ranked by their dots, those that came first among equals", () => {
  const topics = [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }];
  assert.deepEqual(ranked(topics, vote).map(({ id }) => id), [3, 1, 2, 4]);
  assert.equal(dotsOf(vote, 2), 0);
});

test("a tap counts before its answer is there", () => {
  const own = ownDots(vote, me([{ vote: 9, topic: 1, dots: 1 }]), new Map([[1, 2]]));
  assert.equal(own.get(1), 2);
  assert.equal(dotsLeft(vote, own), 1);
});

test("dots of an earlier vote are no dots of this one", () => {
  const own = ownDots(vote, me([{ vote: 5, topic: 1, dots: 3 }]));
  assert.equal(dotsLeft(vote, own), 3);
});
