import assert from "node:assert/strict";
import test from "node:test";
import { movedText } from "./moved-notice.js";
import { behindMe } from "./place.js";

const before = { order: /** @type {const} */ ("arrival"), request: 7, place: 1 };

test("who is moved by a new order is told where", () => {
  assert.equal(
    movedText(before, { order: "fresh_voices", request: 7, place: 2 }),
    "The queue now goes: New voices first, then in order. You moved back one place.",
  );
  assert.equal(
    movedText({ ...before, place: 5 }, { order: "lottery", request: 7, place: 2 }),
    "The queue now goes: By lot. You moved up 3 places.",
  );
});

test("nothing is said when the place stays, or the line just moves on", () => {
  assert.equal(movedText(before, { order: "lottery", request: 7, place: 1 }), "");
  assert.equal(movedText(before, { ...before, place: 2 }), "");
  assert.equal(movedText(null, { ...before, place: 2 }), "");
});

test("one can give way to those behind who are named, or to the next one", () => {
  const label = (/** @type {string} */ name) => ({ id: 1, name, no: 1, twin: 1 });
  const queue = { requests: "3 7 9 11", next: [label("Amira"), label("Kofi"), label("Jonas")] };
  assert.deepEqual(
    behindMe(queue, 3).map(({ request, label }) => [request, label?.name]),
    [[7, "Kofi"], [9, "Jonas"]],
  );
  assert.deepEqual(behindMe(queue, 9), [{ request: 11, label: null }]);
  assert.deepEqual(behindMe(queue, 11), []);
  assert.deepEqual(behindMe(queue, 5), []);
});
