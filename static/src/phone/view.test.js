import assert from "node:assert/strict";
import test from "node:test";
import { screenOf } from "./view.js";

test("a chosen page shows where it may", () => {
  assert.equal(screenOf("waiting", "topics"), "topics");
  assert.equal(screenOf("in", "you"), "you");
  assert.equal(screenOf("listening", "bowl"), "listening");
});

test("a call comes before whatever was being read", () => {
  assert.equal(screenOf("called", "topics"), "called");
  assert.equal(screenOf("walking", "you"), "walking");
});

test("the wall can be read wherever there is a room, and by nobody who is out", () => {
  for (const where of /** @type {const} */ (["join", "listening", "waiting", "called", "walking", "in", "ended"])) {
    assert.equal(screenOf(where, "wall"), "wall");
  }
  assert.equal(screenOf("out", "wall"), "out");
});

test("who was forgotten is told so for good", () => {
  assert.equal(screenOf("ended", "forgotten"), "forgotten");
});
