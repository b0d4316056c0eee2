import assert from "node:assert/strict";
import { test } from "node:test";
import { _, fill, listed, n_, nameOf } from "./i18n.js";

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

test("a text that the build has translated brings all its forms, and the last one fits whatever is left", () => {
  assert.equal(n_(["{n} krzesło", "{n} krzesła"], "", 1), "1 krzesło");
  assert.equal(n_(["{n} krzesło", "{n} krzesła"], "", 3), "3 krzesła");
  assert.equal(n_(["{n} 脚"], "", 3), "3 脚");
});

test("a list leaves out what is empty", () => {
  assert.equal(listed(["host", "", false, "in the bowl", undefined, "no phone"]), "host, in the bowl, no phone");
  assert.equal(listed(["host"]), "host");
  assert.equal(listed([]), "");
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
