import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { keepTold } from "./standby.js";

test("the page of a standby asks how it stands until the button is pressed, and then no more", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const asked = /** @type {(AbortSignal | null | undefined)[]} */ ([]);
  let press = () => {};
  Object.assign(globalThis, {
    document: {
      visibilityState: "visible",
      addEventListener: (/** @type {string} */ type, /** @type {() => void} */ told) => (press = type === "submit" ? told : press),
    },
    location: { pathname: "/" },
    fetch: (/** @type {string} */ _path, /** @type {RequestInit} */ { signal }) => {
      asked.push(signal);
      return Promise.reject(new Error("it does not answer"));
    },
  });
  const later = async () => {
    mock.timers.tick(3000);
    await setImmediate(); // the question fails, and the next one is set
  };
  keepTold();
  await later();
  await later();
  assert.equal(asked.length, 2);
  press();
  assert.ok(asked[1]?.aborted);
  await later();
  await later();
  assert.equal(asked.length, 2);
});
