import assert from "node:assert/strict";
import { test } from "node:test";
import { dotsLeft, dotsOf, mayAnswer, mayVote, needsCode, ownDots, ranked } from "./votes.js";

const counts = [
  { topic: 1, dots: 2 },
  { topic: 3, dots: 5 },
];
const vote = { vote: 9, dots: 3, open: true, closes_at_ms: null, voted: 3, counts, fixed: true, with_code: false, code: "", voters: 0, late: [], late_count: 0 };

/** @param {import("../../wire").MyDots[]} dots @returns {any} */
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

test("those vote who came before the vote, and who were let in", () => {
  /** @param {object} known @returns {any} */
  const somebody = (known) => ({ person: 0, let_in: [], code_typed: [], ...known });
  assert.equal(mayVote(vote, somebody({ person: 8 })), true);
  assert.equal(mayVote(vote, somebody({ person: 10 })), false);
  assert.equal(mayVote(vote, somebody({ person: 10, let_in: [9] })), true);
  assert.equal(mayVote({ ...vote, fixed: false }, somebody({ person: 10 })), true);
  assert.equal(mayVote(vote, somebody({})), false);
  const coded = { ...vote, with_code: true };
  assert.equal(needsCode(vote, somebody({ person: 8 })), false);
  assert.equal(needsCode(coded, somebody({ person: 8 })), true);
  assert.equal(needsCode(coded, somebody({ person: 8, code_typed: [9] })), false);
  assert.equal(needsCode(coded, somebody({ person: 10 })), false);
  /** @type {any} */
  const thumbs = { thumbs: 9, fixed: true };
  assert.equal(mayAnswer(thumbs, somebody({ person: 8 })), true);
  assert.equal(mayAnswer(thumbs, somebody({ person: 10 })), false);
});
