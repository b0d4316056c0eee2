import assert from "node:assert/strict";
import test from "node:test";
import { doorsAt, sameDay } from "./hours.js";

test("doors without hours are open", () => {
  assert.equal(doorsAt({ opens_at_ms: 0, closes_at_ms: 0 }, 5), "open");
});

test("doors open and close on the instant", () => {
  const hours = { opens_at_ms: 10, closes_at_ms: 20 };
  assert.deepEqual(
    [9, 10, 19, 20].map((at) => doorsAt(hours, at)),
    ["early", "open", "open", "late"],
  );
});

test("a day ends at midnight, not after a number of hours", () => {
  const evening = new Date(2030, 4, 1, 23, 59).getTime();
  assert.equal(sameDay(evening, evening + 120_000), false);
  assert.equal(sameDay(evening, evening - 3_600_000), true);
});
