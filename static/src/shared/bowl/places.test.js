import assert from "node:assert/strict";
import { test } from "node:test";
import { chairAngle, haloRows, headAngle, headingTo, placesFor, towards } from "./places.js";

test("chairs stand around the table evenly, the first to the left of the top", () => {
  assert.deepEqual([1, 2].map((no) => chairAngle(no, 2)), [-180, 0]);
  assert.deepEqual([1, 2, 3, 4, 5].map((no) => chairAngle(no, 5)), [-126, -54, 18, 90, 162]);
  assert.deepEqual(towards(chairAngle(4, 5)), { "--x": 0, "--y": 1 });
});

test("one dot a person, in two rows above 60, a sample above 240", () => {
  /** @param {number} here */
  const dots = (here) => haloRows(here, 47.6).map((row) => row.split("h0").length - 1);
  assert.deepEqual(dots(0), [0]);
  assert.deepEqual(dots(60), [60]);
  assert.deepEqual(dots(61), [31, 30]);
  assert.deepEqual(dots(2_000), [120, 120]);
});

test("the queue begins level with the open chair, as far as five fit below", () => {
  assert.equal(headAngle(chairAngle(3, 5)), 6);
  assert.equal(headAngle(chairAngle(1, 5)).toFixed(1), "-29.0");
  assert.equal(headAngle(null), -20);
});

test("the first turns to the chair by the short way", () => {
  assert.equal(Math.round(headingTo(0, 0)), -180);
  assert.ok(headingTo(6, 18) > -270 && headingTo(6, 18) < -90);
});

test("while chairs close one by one, those that are left stay in their places", () => {
  assert.equal(placesFor([{ no: 1 }, { no: 2 }, { no: 3 }, { no: 4 }, { no: 6 }]), 6);
  assert.equal(placesFor([]), 0);
});
