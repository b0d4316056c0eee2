import assert from "node:assert/strict";
import { test } from "node:test";
import { obeyDisplayKeys } from "./display-keys.js";

/** A channel made by hand: everybody hears everybody else. */
function ether() {
  /** @type {{from: object, hear: (event: any) => void}[]} */
  const ears = [];
  return () => {
    const from = {};
    return {
      addEventListener: (/** @type {string} */ _type, /** @type {any} */ hear) =>
        void ears.push({ from, hear }),
      postMessage: (/** @type {any} */ data) =>
        ears.filter((ear) => ear.from !== from).forEach((ear) => ear.hear({ data })),
    };
  };
}

const SPACE = { type: "keydown", code: "Space", shift: false, repeat: false };

test("of two consoles the one that was in front last obeys the display", () => {
  const open = ether();
  const display = open();
  /** @type {string[]} */
  const heard = [];
  const first = obeyDisplayKeys(open(), () => void heard.push("first"));
  obeyDisplayKeys(open(), () => void heard.push("second"));
  display.postMessage(SPACE);
  first();
  display.postMessage(SPACE);
  assert.deepEqual(heard, ["second", "first"]);
});

test("a display hears whether a console has obeyed, or it would act alone", () => {
  const open = ether();
  const display = open();
  /** @type {string[]} */
  const heard = [];
  display.addEventListener("message", (/** @type {any} */ { data }) => heard.push(data?.type));
  display.postMessage(SPACE);
  assert.deepEqual(heard, []);
  obeyDisplayKeys(open(), () => {});
  display.postMessage(SPACE);
  assert.deepEqual(heard, ["console-leads", "heard"]);
});

test("what is no key is not obeyed", () => {
  const open = ether();
  const display = open();
  /** @type {string[]} */
  const heard = [];
  obeyDisplayKeys(open(), ({ code }) => void heard.push(code));
  display.postMessage({ type: "hello" });
  display.postMessage(null);
  assert.deepEqual(heard, []);
});
