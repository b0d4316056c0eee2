import assert from "node:assert/strict";
import test from "node:test";
import { groundOf, whereAmI } from "./where.js";

const request = { request: 7, state: "waiting" };
const inside = { person: 3, out: false, forgotten: false, turn: null, request: null };

/** @param {object} me @param {string} [state] @param {string} [status] */
function where(me, state = "running", status = "live") {
  const slices = /** @type {any} */ ({ session: { state }, me: { ...inside, ...me } });
  return whereAmI(slices, status);
}

test("a phone that has heard nothing yet is connecting", () => {
  assert.equal(whereAmI({}, "connecting"), "connecting");
});

test("who has not joined is asked for a name, and only while the session goes on", () => {
  assert.equal(where({ person: 0 }), "join");
  assert.equal(where({ person: 0 }, "lobby"), "join");
  assert.equal(where({ person: 0 }, "closed"), "ended");
});

test("a request leads from waiting over called and walking into the bowl", () => {
  assert.equal(where({}), "listening");
  assert.equal(where({ request }), "waiting");
  assert.equal(where({ request: { ...request, state: "called" } }), "called");
  assert.equal(where({ request: { ...request, state: "walking" } }), "walking");
  assert.equal(where({ turn: { turn: 9 } }), "in");
});

test("who was removed or forgotten is told so whatever else is true", () => {
  assert.equal(where({ out: true, request }, "closed"), "out");
  assert.equal(where({ forgotten: true, out: true }), "forgotten");
});

test("the last known place stays while the connection is lost", () => {
  assert.equal(where({ request }, "running", "lost"), "waiting");
});

test("the ground is paper outside, coral when called, water in the bowl", () => {
  assert.equal(groundOf("waiting"), "paper");
  assert.equal(groundOf("walking"), "called");
  assert.equal(groundOf("in"), "water");
});
