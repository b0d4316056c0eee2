import assert from "node:assert/strict";
import test from "node:test";
import { openText, ordinal, waitText } from "./words.js";

test("places are counted as English counts them", () => {
  const places = [1, 2, 3, 4, 11, 22, 113].map((n) => ordinal(n).replace("{n}", String(n)));
  assert.deepEqual(places, ["1st", "2nd", "3rd", "4th", "11th", "22nd", "113th"]);
});

test("nobody, one and many wait", () => {
  assert.deepEqual([0, 1, 4].map(waitText), ["Nobody waits.", "1 waits.", "4 wait."]);
});

test("a held chair is not open", () => {
  const bowl = (/** @type {string[]} */ ...states) =>
    /** @type {any} */ ({ chairs: states.map((state) => ({ state })) });
  assert.equal(openText(bowl("seated", "held")), "No chair is open just now.");
  assert.equal(openText(bowl("seated", "open")), "One chair is open.");
  assert.equal(openText(bowl("open", "open")), "2 chairs are open.");
});
