import assert from "node:assert/strict";
import { test } from "node:test";
import { chapterFrom, firstTalk, frameAt, pictureAt } from "./tape.js";

/** @type {any} */
const TAPE = {
  length_ms: 9_000,
  parts: ["a0", "b0", "a1", "b1", "a2"],
  frames: [
    { at_run_ms: 0, slices: { a: 0, b: 1 }, here: 3 },
    { at_run_ms: 1_000, slices: { a: 2 }, here: 4 },
    { at_run_ms: 5_000, slices: { b: 3 }, here: 4 },
    { at_run_ms: 8_000, slices: { a: 4, b: 1 }, here: 4 },
  ],
};

test("a frame lasts until the next one", () => {
  const found = [-1, 0, 999, 1_000, 7_999, 8_000, 99_000].map((ms) => frameAt(TAPE.frames, ms));
  assert.deepEqual(found, [-1, 0, 0, 1, 2, 3, 3]);
});

test("what did not change stays, whether one plays, jumps on or goes back", () => {
  const expected = { a: "a1", b: "b1" };
  assert.deepEqual(pictureAt(TAPE, 6_000).slices, expected);
  const played = pictureAt(TAPE, 6_000, pictureAt(TAPE, 1_500, pictureAt(TAPE, 0)));
  assert.deepEqual(played.slices, expected);
  assert.deepEqual(pictureAt(TAPE, 6_000, pictureAt(TAPE, 8_500)).slices, expected);
  assert.equal(played.here, 4);
});

test("within a frame the picture is the very same", () => {
  const before = pictureAt(TAPE, 1_000);
  assert.equal(pictureAt(TAPE, 4_999, before), before);
});

test("back goes to the beginning of a topic, then to the one before", () => {
  /** @type {any[]} */
  const chapters = [{ at_run_ms: 0 }, { at_run_ms: 10_000 }, { at_run_ms: 60_000 }];
  assert.equal(chapterFrom(chapters, 30_000, -1)?.at_run_ms, 10_000);
  assert.equal(chapterFrom(chapters, 11_000, -1)?.at_run_ms, 0);
  assert.equal(chapterFrom(chapters, 30_000, 1)?.at_run_ms, 60_000);
  assert.equal(chapterFrom(chapters, 70_000, 1), undefined);
});

test("it begins with the first talk, not with the welcome nor with an empty bowl", () => {
  const bowl = (/** @type {string} */ state) => ({ chairs: [{ state, person: state === "open" ? null : { id: 1 } }] });
  /** @param {number} speaksAt @returns {any} */
  const tape = (speaksAt) => ({
    parts: [bowl("open"), bowl("seated"), bowl("speaking")],
    frames: [
      { at_run_ms: 0, slices: { bowl: 0 } },
      { at_run_ms: 60_000, slices: { bowl: 1 } },
      { at_run_ms: 90_000, slices: {} },
      { at_run_ms: speaksAt, slices: { bowl: 2 } },
    ],
  });
  assert.equal(firstTalk(tape(300_000)), 300_000);
  assert.equal(firstTalk(tape(1_200_000)), 60_000);
  assert.equal(firstTalk({ ...tape(0), frames: [{ at_run_ms: 0, slices: { bowl: 0 }, here: 1 }] }), 0);
});
