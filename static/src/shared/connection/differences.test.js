import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { patched } from "./differences.js";

const cases = JSON.parse(readFileSync(new URL("../../../../tests/vectors/differences.json", import.meta.url), "utf8"));

for (const { what, before, after, difference } of cases) {
  test(`${what}: what the server sends makes the one out of the other`, () => {
    const copy = structuredClone(before);
    assert.deepEqual(patched(before, difference), after);
    assert.deepEqual(before, copy, "and changes nothing that was there");
  });
}

test("what did not change is the same object", () => {
  const before = { chairs: [{ no: 1 }, { no: 2 }], rules: { order: "arrival" } };
  const after = patched(before, { in: { chairs: [1, { set: { no: 3 } }] } });
  assert.equal(after.rules, before.rules);
  assert.equal(after.chairs[0], before.chairs[0]);
  assert.deepEqual(after.chairs[1], { no: 3 });
});

test("a difference of something else is refused", () => {
  for (const [before, difference] of [
    ["abc", [4, "d"]],
    [[1], [1, -1]],
    [[1], [1, { set: {} }]],
    [7, [1]],
    [undefined, { set: { a: 1 } }],
    ["abc", { set: { a: 1 } }],
    [{ a: 1 }, [1]],
    [{ a: 1 }, { in: { b: [1] } }],
  ]) {
    assert.throws(() => patched(before, difference), RangeError);
  }
});
