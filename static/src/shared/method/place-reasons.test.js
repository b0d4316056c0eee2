import assert from "node:assert/strict";
import test from "node:test";
import { passedWords, whyOf, whyWords } from "./place-reasons.js";

const rules = /** @type {import("../../wire").RulesSlice} */ ({ order: "fresh_voices", patience: 3 });

test("who is behind new voices reads it, with the promise", () => {
  const why = whyOf("fresh_voices fresh_voices behind:2", 3);
  assert.equal(
    why && whyWords(why, rules),
    "Two people who have not spoken yet go first. Nobody is overtaken more than 3 times.",
  );
});

test("replies are named apart", () => {
  const why = { reason: /** @type {const} */ ("behind"), ahead: 1, replies: 2, overtaken: 1 };
  assert.equal(
    whyWords(why, rules),
    "One person who has not spoken yet goes first. Two replies go first. Nobody is overtaken more than 3 times.",
  );
  assert.equal(passedWords(why, rules), "overtaken 1 of 3 times");
});

test("whose patience was tried goes first", () => {
  const why = whyOf("patience:0:0:3", 1);
  assert.equal(why && whyWords(why, rules), "Was overtaken 3 times, so goes first.");
});

test("who did not come is not told to have said anything", () => {
  const words = (/** @type {import("../../wire").Reason} */ reason) =>
    whyWords({ reason, ahead: 0, replies: 0, overtaken: 0 }, rules);
  assert.equal(words("absent"), "Did not come, keeps the place. The next goes first.");
  assert.equal(words("absent_again"), words("missed"));
  assert.match(words("recalled"), /^The call was cancelled/);
  assert.match(words("resting"), /^Said “not now”/);
});

test("a dot is arrival, and nobody's place has no reason", () => {
  assert.equal(whyOf(". .", 2)?.reason, "arrival");
  assert.equal(whyOf(". .", 0), null);
  assert.equal(whyOf("", 1), null);
});
