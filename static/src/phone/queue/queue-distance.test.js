import assert from "node:assert/strict";
import test from "node:test";
import { signFor } from "./queue-distance.js";

/** @param {import("./queue-distance.js").QueueDistance} near @param {Partial<import("./queue-alerts.js").Stand>} [more] */
const stand = (near, more) => ({ request: 7, call: 0, near, ...more });

test("coming nearer gives a sign at third, next and called", () => {
  assert.equal(signFor(stand("far"), stand("third")), "third");
  assert.equal(signFor(stand("third"), stand("next")), "next");
  assert.equal(signFor(stand("next"), stand("called", { call: 9 })), "called");
});

test("who has just asked, or opens the page again, is not shaken for a place", () => {
  assert.equal(signFor(null, stand("next")), null);
  assert.equal(signFor(stand("next", { request: 6 }), stand("third")), null);
});

test("a call is always felt, and each call once", () => {
  assert.equal(signFor(null, stand("called", { call: 9 })), "called");
  assert.equal(signFor(stand("called", { call: 9 }), stand("called", { call: 9 })), null);
  assert.equal(signFor(stand("called", { call: 9 }), stand("called", { call: 12 })), "called");
});

test("going back in the line gives no sign", () => {
  assert.equal(signFor(stand("next"), stand("third")), null);
  assert.equal(signFor(stand("next"), null), null);
});
