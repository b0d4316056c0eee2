import assert from "node:assert/strict";
import test from "node:test";
import { titleOf } from "./title.js";

/** @param {string} requests @param {any} [request] */
const slices = (requests, request = { request: 7, listed: 7, chair: null }) => /** @type {any} */ ({ me: { request }, queue: { requests } });

test("the tab counts down to the own turn", () => {
  assert.equal(titleOf("waiting", slices("3 5 7")), "3rd in the queue");
  assert.equal(titleOf("waiting", slices("7 5")), "You are next");
  assert.equal(titleOf("waiting", slices("")), "Waiting");
});

test("a call says which chair, and otherwise the question stands there", () => {
  assert.equal(titleOf("called", slices("", { request: 7, chair: 3 })), "Chair 3 is yours");
  assert.equal(titleOf("listening", slices("")), "");
});
