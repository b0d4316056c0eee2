import assert from "node:assert/strict";
import { test } from "node:test";
import { queueLayout } from "./queue-layout.js";

const RADIAN = Math.PI / 180;
const SHORT = [1, 1, 1, 1, 1];
const LONG = [2, 2, 2, 2, 2];

test("five short names are one below the other, and nobody is left out", () => {
  const { angles, more } = queueLayout(SHORT, 5, -20, false);
  assert.equal(angles.length, 5);
  assert.equal(more, null);
  assert.deepEqual([...angles].sort((a, b) => a - b), angles);
});

test("of more than five, four are named and the others counted", () => {
  const { angles, more } = queueLayout(SHORT, 40, -20, false);
  assert.equal(angles.length, 4);
  assert.ok(more !== null && more > angles[3]);
});

for (const isSquare of [false, true]) {
  test(`long names take more room and none goes below the wall, square: ${isSquare}`, () => {
    const { angles, more } = queueLayout(LONG, 5, 6, isSquare);
    assert.ok(angles.length >= 1 && angles.length < 5);
    assert.ok(more !== null && Math.sin(more * RADIAN) < 0.93);
  });
}

test("the first is level with the open chair, but up where few wait: the QR is below", () => {
  assert.ok(Math.abs(queueLayout(SHORT, 5, 6, false).angles[0] - 6) < 0.01);
  assert.ok(queueLayout([1, 1], 2, 6, false).angles[1] < 0);
  assert.ok(Math.abs(queueLayout([1], 1, -24, false).angles[0] + 24) < 0.01);
});

test("the words above the first are below both clocks, however far up the open chair is", () => {
  assert.ok(Math.abs(queueLayout(SHORT, 5, -30, false).angles[0] + 25) < 0.01);
  assert.ok(Math.abs(queueLayout([1], 1, -30, true).angles[0] + 30) < 0.01);
});

test("without anybody there is nothing to place", () => {
  assert.deepEqual(queueLayout([], 0, -20, false).angles, []);
});
