import assert from "node:assert/strict";
import { test } from "node:test";
import { HOLD_MS, KeyInput, Meaning, SETTLE_MS } from "./key-input.js";
import { call } from "../../../testing/console-scene.js";

/** KeyInput with a clock made by hand. @param {{held?: string, deaf?: string}} [rules] */
function board({ held, deaf } = {}) {
  /** @type {string[]} */
  const done = [];
  /** @type {{run: () => void, ms: number} | null} */
  let timer = null;
  const input = new KeyInput({
    needsHold: (action) => action === held,
    on: () => null,
    tooShort: (action) => void done.push(`too short: ${action}`),
    isDeaf: (action) => action === deaf,
    act: (action, number) => void done.push(number === null ? action : `${action} ${number}`),
    holding: (action) => void done.push(`holding ${action}`),
    later: (run, ms) => (timer = { run, ms }),
    cancel: () => (timer = null),
  });
  return { input, done, ring: () => timer?.run(), isWaiting: () => timer?.ms ?? null };
}

const SPACE = { code: "Space", shift: false };

test("a press acts once, whatever the keyboard repeats", () => {
  const { input, done } = board();
  input.press(SPACE);
  input.press({ ...SPACE, repeat: true });
  input.press(SPACE); // a display and a console saw the same key
  input.release("Space");
  input.press(SPACE);
  assert.deepEqual(done, ["next", "next"]);
});

test("a held key acts after a second", () => {
  const { input, done, ring, isWaiting } = board({ held: "close" });
  input.press({ code: "KeyC", shift: false });
  assert.equal(isWaiting(), HOLD_MS);
  assert.deepEqual(done, ["holding close"]);
  ring();
  assert.deepEqual(done, ["holding close", "holding null", "close"]);
});

test("let go too early, nothing happens but a word about it", () => {
  const { input, done, isWaiting } = board({ held: "close" });
  input.press({ code: "KeyC", shift: false });
  input.release("KeyC");
  assert.equal(isWaiting(), null);
  assert.deepEqual(done, ["holding close", "holding null", "too short: close"]);
});

test("a window that loses the keyboard lets go", () => {
  const { input, isWaiting, done } = board({ held: "close" });
  input.press({ code: "KeyC", shift: false });
  input.reset();
  assert.equal(isWaiting(), null);
  input.press({ code: "Digit2", shift: false });
  assert.equal(done.at(-1), "floor 2");
});

test("what is deaf does nothing, and the key still belongs to the console", () => {
  const { input, done } = board({ deaf: "next" });
  assert.ok(input.press(SPACE));
  assert.deepEqual(done, []);
  assert.ok(!input.press({ code: "F9", shift: false }));
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
