import assert from "node:assert/strict";
import { test } from "node:test";
import { briefName, cutName, shortName, sizeByLength, sizeFor } from "./short-names.js";

/** @param {string} name @param {number} twin */
const person = (name, twin = 1) => ({ id: 1, name, no: 12, twin });

test("a name of up to 16 letters stays as typed", () => {
  assert.equal(shortName(person("Mei-Lin")), "Mei-Lin");
  assert.equal(shortName(person("Ana María López")), "Ana María López");
  assert.equal(shortName(person("")), "Guest 12");
});

test("a long name keeps its first part and the letters of the others", () => {
  assert.equal(shortName(person("Maximiliane von Habsburg-Lothringen")), "Maximiliane v. H.-L.");
  assert.equal(shortName(person("Bartholomew Featherstonehaugh", 2)), "Bartholomew F. (2)");
});

test("Arabic names in two words stay together, and the article is no initial", () => {
  assert.equal(shortName(person("عبد الرحمن الشرقاوي")), "عبد الرحمن ش.");
  assert.equal(shortName(person("فاطمة الزهراء بن علي")), "فاطمة ز. ع.");
});

test("on a phone long words are cut", () => {
  assert.equal(briefName(person("Bartholomew")), "Bartholo.");
  assert.equal(briefName(person("Christophe")), "Christophe");
  assert.equal(briefName(person("Maximiliane von Habsburg-Lothringen")), "Maximili. v. H.-L.");
});

test("long words step the size down", () => {
  assert.equal(sizeFor("Rafael"), "");
  assert.equal(sizeFor("Mei-Lin Xu"), "");
  assert.equal(sizeFor("Valentina"), "m");
  assert.equal(sizeFor("Maximiliane v. H.-L."), "l");
  assert.equal(sizeFor("Christopherson"), "xl");
  assert.equal(sizeFor("王小明欧阳"), "l");
  assert.equal(sizeFor("ليلى حدّاد"), "");
  assert.equal(sizeFor("عبد الرحمن ش."), "m");
});

test("long sentences step the size down", () => {
  assert.equal(sizeByLength("Why stay?", [75, 105]), "");
  assert.equal(sizeByLength("x".repeat(76), [75, 105]), "m");
  assert.equal(sizeByLength("x".repeat(280), [75, 105]), "l");
  assert.equal(sizeByLength("輪".repeat(40), [75, 105]), "m");
});

test("only the longest words lose letters", () => {
  assert.equal(cutName(person("Wolfeschlegelsteinhausenberg"), 14), "Wolfeschlegel.");
  assert.equal(cutName(person("Christopher"), 14), "Christopher");
});
