import assert from "node:assert/strict";
import test from "node:test";
import { cellsOf, separatorOf } from "./cells.js";
import { columnsOf, columnWords, width } from "./columns.js";
import { decoded, encodingOf, isArchive } from "./decode.js";
import { groupsOf, lines, listed } from "./listed-people.js";

/** @param {string} text */
function read(text) {
  const rows = cellsOf(text, separatorOf(text));
  return listed(rows, columnsOf(rows));
}

/** @param {string} text */
function utf8(text) {
  return new TextEncoder().encode(text);
}

/** @param {string} text @param {boolean} [little] */
function utf16(text, little = true) {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  [...text].forEach((sign, at) => view.setUint16(at * 2, sign.charCodeAt(0), little));
  return new Uint8Array(view.buffer);
}

/** @param {string} text */
function latin1(text) {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** @param {number} person @param {string} name @param {object} [more] */
function here(person, name, more) {
  const one = { person, label: { id: person, name, no: person, twin: 1 }, out: false, forgotten: false, ...more };
  return /** @type {import("../people.js").Person} */ (/** @type {unknown} */ (one));
}

test("one name a line is a list, with blanks, numbers and bullets around it", () => {
  const names = read("Ana Lopez\r\n\n  2. Bo  \n• Çağla   Öz\n–\tMei-Lin\n").map(({ name }) => name);
  assert.deepEqual(names, ["Ana Lopez", "Bo", "Çağla Öz", "Mei-Lin"]);
});

test("a group stands after a comma, a semicolon or a tab", () => {
  for (const separator of [",", ";", "\t"]) {
    const text = `Ana${separator}North\nBo${separator} South\nCem${separator}north`;
    assert.deepEqual(read(text)[1], { name: "Bo", group: "South" });
    assert.deepEqual(groupsOf(read(text)), [
      { group: "North", count: 2 },
      { group: "South", count: 1 },
    ]);
  }
});

test("a comma in a name here and there makes no table", () => {
  const rows = cellsOf("Ana Lopez\nSammy Davis, Jr.\nBo\nCem\nDee\nEda", separatorOf("Ana Lopez\nSammy Davis, Jr.\nBo\nCem\nDee\nEda"));
  assert.equal(listed(rows, columnsOf(rows))[1].name, "Sammy Davis, Jr.");
});

test("without a separator every line is a name", () => {
  const rows = cellsOf("Lopez, Ana\nSmith, Bo", "");
  assert.deepEqual(listed(rows, columnsOf(rows)).map(({ name }) => name), ["Lopez, Ana", "Smith, Bo"]);
});

test("a table says with its first line what its columns are", () => {
  const table = 'Nr;Vorname;Nachname;E-Mail;Klasse\n1;Ana;"Lopez; Ruiz";a@b.example;7b\n2;Bo;Öz;c@d.example;7a';
  assert.deepEqual(read(table), [
    { name: "Ana Lopez; Ruiz", group: "7b" },
    { name: "Bo Öz", group: "7a" },
  ]);
  const rows = cellsOf(table, ";");
  assert.equal(width(rows), 5);
  assert.equal(columnWords(rows, columnsOf(rows), 4), "Klasse");
});

test("tables in other languages are read, too", () => {
  assert.deepEqual(read("氏名,クラス\n山田 花子,一組\n佐藤 健,二組")[0], { name: "山田 花子", group: "一組" });
  assert.deepEqual(read("الاسم;الوفد\nنور;مصر\nليلى;الأردن")[1], { name: "ليلى", group: "الأردن" });
  assert.deepEqual(read("Apellidos\tNombre\tPaís\nLopez\tAna\tPerú")[0], { name: "Ana Lopez", group: "Perú" });
});

test("a table without a first line of its own is read by what stands in it", () => {
  const rows = ["1,ana@a.example,Ana Lopez,Red,x1", "2,bo@a.example,Bo,Blue,x2", "3,c@a.example,Cem,Red,x3", "4,d@a.example,Dee,Blue,x4"];
  assert.deepEqual(read(rows.join("\n"))[0], { name: "Ana Lopez", group: "Red" });
  assert.deepEqual(read("Ana,a@b.example\nBo,c@d.example"), [
    { name: "Ana", group: "" },
    { name: "Bo", group: "" },
  ]);
});

test("quotes hold separators, line ends and quotes; one that never closes is a sign", () => {
  assert.deepEqual(cellsOf('"Lopez, ""Ana""",North\n"Bo\nÖz",South', ","), [
    ['Lopez, "Ana"', "North"],
    ["Bo Öz", "South"],
  ]);
  assert.deepEqual(cellsOf('Robert "Bob" Smith,North\n"Bo,South', ","), [
    ['Robert "Bob" Smith', "North"],
    ['"Bo', "South"],
  ]);
});

test("a file is read in the encoding that it has", () => {
  const text = "José;Café\nÇağla;Öz";
  const files = [
    [utf8(`\uFEFF${text}`), "utf-8"],
    [utf8(text), "utf-8"],
    [utf16(`\uFEFF${text}`), "utf-16le"],
    [utf16(`\uFEFF${text}`, false), "utf-16be"],
    [utf16(text), "utf-16le"],
    [latin1("José;Café"), "windows-1252"],
  ];
  for (const [file, encoding] of /** @type {[Uint8Array, import("./decode.js").Encoding][]} */ (files)) {
    assert.equal(encodingOf(file), encoding);
    assert.equal(cellsOf(decoded(file, encoding), ";")[0].join(), "José,Café");
  }
  assert.equal(encodingOf(new Uint8Array([0x8e, 0x52, 0x93, 0x63]), "ja"), "shift_jis");
  assert.ok(isArchive(new Uint8Array([0x50, 0x4b, 3, 4, 20])));
  assert.ok(isArchive(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])));
  assert.ok(!isArchive(utf8("PK,Group")));
});

test("who is here already is told apart from who is new, twins too", () => {
  const list = ["Ana", "ANA ", "Ana", "Bo", "Cem", "Cem"].map((name) => ({ name, group: "" }));
  const room = [here(1, "Ana"), here(2, "ana", { label: { id: 2, name: "ana", no: 2, twin: 2 } }), here(3, "Bo", { out: true })];
  const told = lines(list, room).map(({ state, person }) => [state, person?.person ?? null]);
  assert.deepEqual(told, [
    ["here", 1],
    ["here", 2],
    ["again", null],
    ["out", 3],
    ["new", null],
    ["again", null],
  ]);
  assert.equal(lines([{ name: "Dee", group: "" }], [here(4, "Dee", { at_door: "waits" })])[0].state, "door");
});

test("nobody without a name is compared, and three thousand lines take no time", () => {
  assert.equal(lines([{ name: "Guest 3", group: "" }], [here(3, "")])[0].state, "new");
  const long = Array.from({ length: 3000 }, (_none, no) => `Person ${no},Group ${no % 12}`).join("\n");
  const people = read(long);
  assert.equal(people.length, 3000);
  assert.equal(groupsOf(people).length, 12);
});
