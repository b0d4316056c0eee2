import assert from "node:assert/strict";
import test from "node:test";
import { placeOf, placesAround, waitingCount } from "./place.js";

const queue = { requests: "12 340 56" };

test("the place is where the own request stands in the list", () => {
  assert.equal(placeOf(queue, 12), 1);
  assert.equal(placeOf(queue, 56), 3);
});

test("a request that only looks alike has no place", () => {
  assert.equal(placeOf(queue, 34), 0);
  assert.equal(placeOf({ requests: "" }, 12), 0);
});

test("an empty list is nobody, not one", () => {
  assert.equal(waitingCount({ requests: "" }), 0);
  assert.equal(waitingCount(queue), 3);
});

test("the own place is in the middle, with those who are there around it", () => {
  assert.deepEqual(placesAround(3, 9), [1, 2, 3, 4, 5]);
  assert.deepEqual(placesAround(1, 2), [null, null, 1, 2, null]);
});
