import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING, keepNewer } from "./slices.js";

/** @param {number} version @param {Record<string, any>} slices */
const message = (version, slices, whole = false) => ({ version, now_ms: 0, rate: 1, whole, slices });

test("a slice is replaced whole, the others stay", () => {
  const first = keepNewer(NOTHING, message(3, { bowl: "a", clock: "b" }, true));
  const next = keepNewer(first, message(4, { bowl: "c" }));
  assert.deepEqual(next.slices, { bowl: "c", clock: "b" });
  assert.deepEqual(next.versions, { bowl: 4, clock: 3 });
});

test("late news is dropped slice by slice, and what was kept is not touched", () => {
  const kept = keepNewer(
    keepNewer(NOTHING, message(3, { bowl: "a", clock: "b" }, true)),
    message(5, { bowl: "c" }),
  );
  const copy = structuredClone(kept);
  assert.deepEqual(keepNewer(kept, message(4, { bowl: "old", clock: "d" })).slices, {
    bowl: "c",
    clock: "d",
  });
  assert.equal(keepNewer(kept, message(4, { bowl: "old" })), kept);
  assert.deepEqual(kept, copy);
});

test("news of the same version is kept: what is shown can change without the log", () => {
  const kept = keepNewer(NOTHING, message(3, { wall: "a" }, true));
  assert.equal(keepNewer(kept, message(3, { wall: "b" })).slices.wall, "b");
});

test("a whole view forgets all others, even of an older version", () => {
  const kept = keepNewer(NOTHING, message(9, { bowl: "a", me: "b" }, true));
  assert.deepEqual(keepNewer(kept, message(2, { bowl: "c" }, true)), {
    slices: { bowl: "c" },
    versions: { bowl: 2 },
  });
});
