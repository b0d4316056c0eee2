import assert from "node:assert/strict";
import test from "node:test";
import { isLetter, lettersWait } from "./lobby.js";
import { slices } from "../../../testing/console-scene.js";

/** @param {object} [news] */
function desk(news) {
  const lobby = slices();
  lobby.session = { ...lobby.session, state: "lobby" };
  return /** @type {import("../desk/desk.js").Desk} */ (
    /** @type {unknown} */ ({ isReady: true, slices: lobby, picked: null, request: null, reviewing: null, ...news })
  );
}

test("letters wait for the start, unless somebody is picked", () => {
  assert.ok(lettersWait(desk()));
  assert.ok(!lettersWait(desk({ picked: 2 })));
  assert.ok(!lettersWait(desk({ request: 11 })));
  assert.ok(!lettersWait(desk({ slices: slices() })));
  assert.ok(!lettersWait(desk({ isReady: false })));
});

test("a letter is one on any keyboard; digits and signs are not", () => {
  assert.ok(isLetter({ code: "KeyA", key: "a" }));
  assert.ok(isLetter({ code: "KeyA", key: "ф" }));
  assert.ok(isLetter({ code: "Digit2", key: "é" }));
  assert.ok(isLetter({ code: "KeyQ" }));
  for (const [code, key] of [["Digit2", "2"], ["Space", " "], ["Slash", "?"], ["Enter", "Enter"], ["F1", "F1"]]) {
    assert.ok(!isLetter({ code, key }), code);
  }
});
