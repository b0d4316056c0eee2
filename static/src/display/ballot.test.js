import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsShown } from "./ballot.js";

/** @param {string} text */
const widthOf = (text) => text.length * 0.5;
/** @param {number} length */
const row = (length, leads = false) => ({ title: "x".repeat(length), leads, noted: false });

test("six short titles are shown, and of seven five and a number", () => {
  assert.equal(rowsShown(Array.from({ length: 6 }, () => row(20)), widthOf, false), 6);
  assert.equal(rowsShown(Array.from({ length: 7 }, () => row(20)), widthOf, false), 5);
});

test("long titles leave others out rather than lose their end", () => {
  const long = Array.from({ length: 6 }, (_one, at) => row(140, at === 0));
  for (const isSquare of [false, true]) {
    const shown = rowsShown(long, widthOf, isSquare);
    assert.ok(shown >= 2 && shown < 6, String(shown));
  }
});

test("one is shown whatever its length", () => {
  assert.equal(rowsShown([row(2_000)], widthOf, true), 1);
  assert.equal(rowsShown([], widthOf, true), 0);
});
