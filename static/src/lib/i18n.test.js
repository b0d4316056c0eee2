import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { _, fill, n_, nameOf, useCatalogue } from "./i18n.js";

afterEach(() => useCatalogue(null));

test("places are filled, unknown ones stay to be seen", () => {
  assert.equal(_("Call {person} to chair {chair}", { person: "Amira", chair: 3 }), "Call Amira to chair 3");
  assert.equal(_("Call {person}", { chair: 3 }), "Call {person}");
});

test("a name that looks like a place is not filled again", () => {
  assert.equal(_("{person} is next in {chair}", { person: "{chair}", chair: 2 }), "{chair} is next in 2");
});

test("numbers choose their form", () => {
  assert.equal(n_("{n} person waits", "{n} people wait", 1), "1 person waits");
  assert.equal(n_("{n} person waits", "{n} people wait", 0), "0 people wait");
});

test("a catalogue translates, and brings its own plural forms", () => {
  useCatalogue({
    texts: { Listen: "Słuchaj", "{n} chair": ["{n} krzesło", "{n} krzesła", "{n} krzeseł"] },
    plural: (n) => (n === 1 ? 0 : n < 5 ? 1 : 2),
  });
  assert.equal(_("Listen"), "Słuchaj");
  assert.equal(_("Not translated"), "Not translated");
  assert.equal(n_("{n} chair", "{n} chairs", 3), "3 krzesła");
  assert.equal(n_("{n} chair", "{n} chairs", 8), "8 krzeseł");
});

test("elements fill places too", () => {
  const name = { type: "bdi" };
  assert.deepEqual(fill("Call {person}, please", { person: /** @type {any} */ (name) }), [
    "Call ",
    name,
    ", please",
  ]);
});

test("people without a name, and people of one name, can be told apart", () => {
  assert.equal(nameOf({ id: 1, name: "", no: 12, twin: 1 }), "Guest 12");
  assert.equal(nameOf({ id: 1, name: "Ana", no: 12, twin: 1 }), "Ana");
  assert.equal(nameOf({ id: 1, name: "Ana", no: 12, twin: 2 }), "Ana (2)");
});
