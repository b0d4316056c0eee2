import assert from "node:assert/strict";
import { test } from "node:test";
import { evenLines, fitCircle, fitLines } from "./fit.js";

/** Every letter is half as wide as high, a Japanese one as wide. @param {string} text */
const widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter > "\u2fff" ? 1 : 0.5), 0);

const circle = { most: 0.2, radius: 0.43, line: 1.05 };

test("a short name has the largest size", () => {
  assert.deepEqual(fitCircle("Kofi", widthOf, circle), { lines: ["Kofi"], size: 0.2 });
});

test("no word is ever broken: a long one becomes smaller", () => {
  const { lines, size } = fitCircle("Bartholomew", widthOf, circle);
  assert.deepEqual(lines, ["Bartholomew"]);
  assert.ok(size < 0.16 && size > 0.13, String(size));
});

test("words stand below each other where that makes them larger", () => {
  assert.deepEqual(fitCircle("Ana María López", widthOf, circle).lines, ["Ana", "María", "López"]);
  assert.deepEqual(fitCircle("Jean-Christophe", widthOf, circle).lines, ["Jean-", "Christophe"]);
  assert.deepEqual(fitCircle("Kofi Annan", widthOf, circle).lines, ["Kofi", "Annan"]);
});

test("initials stay together", () => {
  const { lines } = fitCircle("Maximiliane v. H.-L.", widthOf, circle);
  assert.deepEqual(lines, ["Maximiliane", "v. H.-L."]);
});

test("signs without blanks between them go on anywhere", () => {
  const { lines } = fitCircle("山田太郎左衛門", widthOf, circle);
  assert.equal(lines.join(""), "山田太郎左衛門");
  assert.equal(lines.length, 2);
  assert.deepEqual(evenLines("小野寺 美智子", 2, widthOf), ["小野寺", "美智子"]);
});

test("what stands under the words takes its part of the circle", () => {
  const note = { height: 0.12, width: 0.5 };
  assert.ok(fitCircle("Bartholomew", widthOf, { ...circle, note }).size < fitCircle("Bartholomew", widthOf, circle).size);
});

test("every line stays inside", () => {
  for (const name of ["Wolfeschlegelsteinhausenberg", "Maximiliane von Hohenstein-Lichtenberg", "A B C D E F G"]) {
    const { lines, size } = fitCircle(name, widthOf, circle);
    lines.forEach((line, place) => {
      const y = Math.abs(place + 0.5 - lines.length / 2) * circle.line * size;
      assert.ok(Math.hypot((widthOf(line) * size) / 2, y) <= circle.radius, `${line} at ${size}`);
    });
  }
});

test("given lines are kept", () => {
  const { lines, size } = fitLines(["Yusra, chair 5", "Omar, chair 2"], widthOf, circle);
  assert.equal(lines.length, 2);
  assert.ok(size > 0.09 && size < 0.13);
});

test("a text is divided evenly, and never within a word", () => {
  assert.deepEqual(evenLines("Bartholomew Featherstonehaugh", 2, widthOf), ["Bartholomew", "Featherstonehaugh"]);
  assert.deepEqual(evenLines("Kofi", 2, widthOf), ["Kofi"]);
  assert.deepEqual(evenLines("one two three four", 2, widthOf), ["one two", "three four"]);
});
