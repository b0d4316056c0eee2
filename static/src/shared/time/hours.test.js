import assert from "node:assert/strict";
import test from "node:test";
import { sameDay } from "./hours.js";

test("a day ends at midnight, not after a number of hours", () => {
  const evening = new Date(2030, 4, 1, 23, 59).getTime();
  assert.equal(sameDay(evening, evening + 120_000), false);
  assert.equal(sameDay(evening, evening - 3_600_000), true);
});
