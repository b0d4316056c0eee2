import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING, keepNewer } from "./slices.js";

/** @param {number} version @param {Record<string, any>} slices */
const message = (version, slices, whole = false) => ({ version, now_ms: 0, rate: 1, whole, slices });

/** @typedef {import("./slices.js").Kept} Kept */

/** Keeps what must fit. @param {Kept} before @param {import("../../wire").ViewMessage} next @returns {Kept} */
function taken(before, next) {
  const after = keepNewer(before, next);
  if (after === null) throw new Error("it does not fit");
  return after;
}

test("a slice is replaced whole, the others stay", () => {
  const first = taken(NOTHING, message(3, { bowl: "a", clock: "b" }, true));
  const next = taken(first, message(4, { bowl: "c" }));
  assert.deepEqual(next.slices, { bowl: "c", clock: "b" });
  assert.deepEqual(next.versions, { bowl: 4, clock: 3 });
});

test("late news is dropped slice by slice, and what was kept is not touched", () => {
  const kept = taken(
    taken(NOTHING, message(3, { bowl: "a", clock: "b" }, true)),
    message(5, { bowl: "c" }),
  );
  const copy = structuredClone(kept);
  assert.deepEqual(taken(kept, message(4, { bowl: "old", clock: "d" })).slices, {
    bowl: "c",
    clock: "d",
  });
  assert.equal(taken(kept, message(4, { bowl: "old" })), kept);
  assert.deepEqual(kept, copy);
});

test("news of the same version is kept: what is shown can change without the log", () => {
  const kept = taken(NOTHING, message(3, { wall: "a" }, true));
  assert.equal(taken(kept, message(3, { wall: "b" })).slices.wall, "b");
});

test("a whole view forgets all others, even of an older version", () => {
  const kept = taken(NOTHING, message(9, { bowl: "a", me: "b" }, true));
  assert.deepEqual(taken(kept, message(2, { bowl: "c" }, true)), {
    slices: { bowl: "c" },
    versions: { bowl: 2 },
    number: 0,
  });
});

/** @param {number} number @param {Partial<import("../../wire").ViewMessage>} parts */
const numbered = (number, parts) => ({ ...message(number, {}), number, ...parts });
const FIRST = taken(NOTHING, numbered(7, { whole: true, slices: { bowl: { open: 1 }, clock: "b" } }));

test("a difference fits on the message before it, and whole slices come beside it", () => {
  const next = taken(FIRST, numbered(8, { slices: { clock: "c" }, differences: { bowl: { set: { open: 2 } } } }));
  assert.deepEqual(next.slices, { bowl: { open: 2 }, clock: "c" });
  assert.equal(next.number, 8);
  assert.equal(taken(next, numbered(8, { differences: { bowl: { set: { open: 3 } } } })), next);
});

test("before the whole view, and after it with an old number, a difference has nothing new", () => {
  const early = numbered(8, { differences: { bowl: { set: { open: 2 } } } });
  assert.equal(taken(NOTHING, early), NOTHING);
  assert.equal(taken(FIRST, { ...early, number: 7 }), FIRST);
});

test("where a message was missed, or a difference does not fit, the whole view is needed", () => {
  assert.equal(keepNewer(FIRST, numbered(9, { slices: { clock: "c" } })), null);
  assert.equal(keepNewer(FIRST, numbered(8, { differences: { clock: [5, -1] } })), null);
  assert.equal(keepNewer(FIRST, numbered(8, { differences: { chairs: { set: {} } } })), null);
});

test("what concerns one client alone has no number, and does not count", () => {
  const next = taken(FIRST, message(9, { me: "x" }));
  assert.equal(next.number, 7);
  assert.deepEqual(taken(next, numbered(8, { slices: { clock: "c" } })).slices.me, "x");
});
