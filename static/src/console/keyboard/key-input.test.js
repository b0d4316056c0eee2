import assert from "node:assert/strict";
import { test } from "node:test";
import { HOLD_MS, Meaning, Presses, SETTLE_MS } from "./key-input.js";
import { call } from "../frame/scene.js";

/** Presses with a clock made by hand. @param {{held?: string, deaf?: string}} [rules] */
function board({ held, deaf } = {}) {
  /** @type {string[]} */
  const done = [];
  /** @type {{run: () => void, ms: number} | null} */
  let timer = null;
  const presses = new Presses({
    needsHold: (action) => action === held,
    on: () => null,
    tooShort: (action) => void done.push(`too short: ${action}`),
    isDeaf: (action) => action === deaf,
    act: (action, number) => void done.push(number === null ? action : `${action} ${number}`),
    holding: (action) => void done.push(`holding ${action}`),
    later: (run, ms) => (timer = { run, ms }),
    cancel: () => (timer = null),
  });
  return { presses, done, ring: () => timer?.run(), isWaiting: () => timer?.ms ?? null };
}

const SPACE = { code: "Space", shift: false };

test("a press acts once, whatever the keyboard repeats", () => {
  const { presses, done } = board();
  presses.press(SPACE);
  presses.press({ ...SPACE, repeat: true });
  presses.press(SPACE); // a display and a console saw the same key
  presses.release("Space");
  presses.press(SPACE);
  assert.deepEqual(done, ["next", "next"]);
});

test("a held key acts after a second", () => {
  const { presses, done, ring, isWaiting } = board({ held: "close" });
  presses.press({ code: "KeyC", shift: false });
  assert.equal(isWaiting(), HOLD_MS);
  assert.deepEqual(done, ["holding close"]);
  ring();
  assert.deepEqual(done, ["holding close", "holding null", "close"]);
});

test("let go too early, nothing happens but a word about it", () => {
  const { presses, done, isWaiting } = board({ held: "close" });
  presses.press({ code: "KeyC", shift: false });
  presses.release("KeyC");
  assert.equal(isWaiting(), null);
  assert.deepEqual(done, ["holding close", "holding null", "too short: close"]);
});

test("a window that loses the keyboard lets go", () => {
  const { presses, isWaiting, done } = board({ held: "close" });
  presses.press({ code: "KeyC", shift: false });
  presses.reset();
  assert.equal(isWaiting(), null);
  presses.press({ code: "Digit2", shift: false });
  assert.equal(done.at(-1), "floor 2");
});

test("what is deaf does nothing, and the key still belongs to the console", () => {
  const { presses, done } = board({ deaf: "next" });
  assert.ok(presses.press(SPACE));
  assert.deepEqual(done, []);
  assert.ok(!presses.press({ code: "F9", shift: false }));
});

test("Space settles for a moment after its meaning has changed", () => {
  const meaning = new Meaning();
  meaning.see(call(11, 5), 1000);
  assert.ok(meaning.isSettled(1000), "the first meaning is no change");
  meaning.see(call(11, 5), 2000);
  assert.ok(meaning.isSettled(2000), "the same again is no change");
  meaning.see(call(12, 5), 3000);
  assert.ok(!meaning.isSettled(3000 + SETTLE_MS - 1));
  assert.ok(meaning.isSettled(3000 + SETTLE_MS));
});
