import assert from "node:assert/strict";
import { test } from "node:test";
import { shoal } from "./shoal.js";

const RADIAN = Math.PI / 180;
const SHORT = ["Amira", "Jonas", "Saoirse", "Kofi", "Elif"];
const LONG = Array.from({ length: 5 }, () => "Maximiliane von Hohenstein");

test("five short names swim one below the other, and nobody is left out", () => {
  const { angles, more } = shoal(SHORT, 5, -20, false);
  assert.equal(angles.length, 5);
  assert.equal(more, null);
  assert.deepEqual([...angles].sort((a, b) => a - b), angles);
});

test("of more than five, four are named and the others counted", () => {
  const { angles, more } = shoal(SHORT, 40, -20, false);
  assert.equal(angles.length, 4);
  assert.ok(more !== null && more > angles[3]);
});

for (const isSquare of [false, true]) {
  test(`long names take more room and none goes below the wall, square: ${isSquare}`, () => {
    const { angles, more } = shoal(LONG, 5, 6, isSquare);
    assert.ok(angles.length >= 1 && angles.length < 5);
    assert.ok(more !== null && Math.sin(more * RADIAN) < 0.93);
  });
}

test("without anybody there is nothing to place", () => {
  assert.deepEqual(shoal([], 0, -20, false).angles, []);
});
