import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTE_KINDS, addNote, editNote, emptyDraft, kindOfKey, noteFacts, written } from "./notes.js";
import { slices } from "../../../testing/console-scene.js";

const AMIRA = { id: 3, name: "Amira", no: 1, twin: 1 };
const ANNA = { id: 4, name: "Anna", no: 2, twin: 2 };
const DRAFT = { ...emptyDraft("action"), words: " Write it down ", topic: 7 };

/** @type {import("../../wire").NoteView} */
const NOTE = {
  id: 9,
  kind: "action",
  words: "Write it down",
  at_ms: 0,
  topic: 7,
  person: AMIRA,
  owner: "",
  due: "2027-02-28",
  link: "",
  check: false,
};

/** @param {number} id @returns {import("../../wire").ConsoleSlices} */
function talkAbout(id) {
  const topic = { id, title: "Pay", state: /** @type {const} */ ("current"), by: null, ran_ms: 0 };
  const topics = [{ ...topic, began_run_ms: 0, due_run_ms: null, merged: [] }];
  return { ...slices(), topics: { topics, next: null, more: {} } };
}

test("every kind has a letter, a sign and words of its own", () => {
  for (const field of /** @type {const} */ (["letter", "icon"])) {
    assert.equal(new Set(NOTE_KINDS.map((kind) => kind[field])).size, NOTE_KINDS.length);
  }
  for (const kind of NOTE_KINDS) assert.ok(kind.words() && kind.asks());
});

test("a letter picks its kind, by its place where the keyboard writes others", () => {
  assert.equal(kindOfKey({ key: "d", code: "KeyD" }), "decision");
  assert.equal(kindOfKey({ key: "q", code: "KeyA" }), "question");
  assert.equal(kindOfKey({ key: "ي", code: "KeyD" }), "decision");
  assert.equal(kindOfKey({ key: "n", code: "KeyN" }), null);
  assert.equal(kindOfKey({ key: "Enter", code: "Enter" }), null);
});

test("a note belongs to what was talked about when its first letter was typed", () => {
  const begun = written(emptyDraft(), "P", talkAbout(7));
  assert.equal(begun.topic, 7);
  assert.equal(written(begun, "Pa", talkAbout(8)).topic, 7);
  assert.equal(written({ ...begun, words: "" }, "T", talkAbout(8)).topic, 8);
});

test("a name that stands for one person means that person", () => {
  assert.deepEqual(addNote({ ...DRAFT, owner: "amira", due: "2027-02-28" }, [AMIRA, AMIRA, ANNA]), {
    do: "add_note",
    kind: "action",
    words: "Write it down",
    topic: 7,
    person: 3,
    due: "2027-02-28",
  });
  const other = addNote({ ...DRAFT, owner: "The board" }, [AMIRA]);
  assert.equal("owner" in other && other.owner, "The board");
  const twin = addNote({ ...DRAFT, owner: "Anna (2)" }, [AMIRA, ANNA]);
  assert.equal("person" in twin && twin.person, 4);
});

test("what was typed for another kind is not sent", () => {
  const draft = { ...DRAFT, owner: "Amira", due: "2027-02-28", link: "example.org" };
  assert.deepEqual(Object.keys(addNote({ ...draft, kind: "insight" }, [])), ["do", "kind", "words", "topic"]);
  const resource = addNote({ ...draft, kind: "resource" }, []);
  assert.equal("link" in resource && resource.link, "example.org");
  assert.ok(!("due" in resource));
});

test("only what has changed of a note is sent", () => {
  const same = { ...DRAFT, words: NOTE.words, owner: "Amira", due: NOTE.due };
  assert.equal(editNote(NOTE, same, [AMIRA]), null);
  assert.deepEqual(editNote(NOTE, { ...same, owner: "", due: "" }, [AMIRA]), {
    do: "edit_note",
    note: 9,
    owner: "",
    due: "",
  });
});

test("who does it and by when stand in one line", () => {
  globalThis.document = /** @type {any} */ ({ documentElement: { lang: "en-GB" } });
  assert.equal(noteFacts(NOTE), "Amira, by 28 Feb 2027");
  assert.equal(noteFacts({ ...NOTE, person: null, owner: "The board", due: "" }), "The board");
  assert.equal(noteFacts({ ...NOTE, person: null }), "by 28 Feb 2027");
  assert.equal(noteFacts({ ...NOTE, person: null, due: "" }), "");
});
