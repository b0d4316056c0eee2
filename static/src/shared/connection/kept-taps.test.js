import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptTaps } from "./kept-taps.js";
import { Taps } from "./taps.js";

const ASK = /** @type {const} */ ({ do: "ask_for_chair" });
const DONE = { ok: true, seq: 7, version: 7, said: null, error: null };
const MINUTE_MS = 60_000;

/** @returns {import("./kept-taps.js").Shelf} */
function emptyShelf() {
  /** @type {Map<string, string>} */
  const entries = new Map();
  return {
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, text) => void entries.set(name, text),
    removeItem: (name) => void entries.delete(name),
    key: (place) => [...entries.keys()][place] ?? null,
    get length() {
      return entries.size;
    },
  };
}

test("what was kept comes back under its id, oldest first", () => {
  const shelf = emptyShelf();
  new KeptTaps(shelf, "WAVE47 me").keep({ id: "later", command: ASK }, 2 * MINUTE_MS);
  new KeptTaps(shelf, "WAVE47 me").keep({ id: "sooner", command: ASK }, MINUTE_MS);
  const { good, dropped } = new KeptTaps(shelf, "WAVE47 me").restore(3 * MINUTE_MS);
  assert.deepEqual(good.map(({ id }) => id), ["sooner", "later"]);
  assert.equal(dropped, false);
});

test("a tap of another session, or of another person on this phone, is not taken", () => {
  const shelf = emptyShelf();
  new KeptTaps(shelf, "WAVE47 me").keep({ id: "one", command: ASK }, 0);
  assert.deepEqual(new KeptTaps(shelf, "REEF12 me").restore(MINUTE_MS).good, []);
  assert.deepEqual(new KeptTaps(shelf, "WAVE47 friend").restore(MINUTE_MS).good, []);
  assert.equal(new KeptTaps(shelf, "WAVE47 me").restore(MINUTE_MS).good.length, 1);
});

test("after a quarter of an hour it is dropped, and that is known", () => {
  const shelf = emptyShelf();
  new KeptTaps(shelf, "WAVE47 me").keep({ id: "one", command: ASK }, 0);
  assert.deepEqual(new KeptTaps(shelf, "WAVE47 me").restore(16 * MINUTE_MS), { good: [], dropped: true });
  assert.deepEqual(new KeptTaps(shelf, "WAVE47 me").restore(0), { good: [], dropped: false });
});

test("what is not a tap is left alone", () => {
  const shelf = emptyShelf();
  shelf.setItem("fishbowl_tap_bad", "{");
  shelf.setItem("fishbowl_device", "secret");
  assert.deepEqual(new KeptTaps(shelf, "WAVE47 me").restore(0).good, []);
  assert.deepEqual(new KeptTaps(null, "WAVE47 me").restore(0), { good: [], dropped: false });
});

test("a page that opens again sends what the last one could not, under the old id", async () => {
  const shelf = emptyShelf();
  const before = new Taps(() => {}, new KeptTaps(shelf, "WAVE47 me"));
  before.add(ASK);
  const { id } = before.pending[0];
  const after = new Taps(() => {}, new KeptTaps(shelf, "WAVE47 me"));
  /** @type {string[]} */
  const sent = [];
  after.connected((message, answer) => {
    sent.push(message.id);
    answer(DONE);
  });
  assert.deepEqual(sent, [id]);
  assert.deepEqual(await Promise.all(after.restored), [DONE]);
  assert.deepEqual(new KeptTaps(shelf, "WAVE47 me").restore().good, []);
});

test("what was taken back, or answered, is not kept", () => {
  const shelf = emptyShelf();
  const taps = new Taps(() => {}, new KeptTaps(shelf, "WAVE47 me"));
  taps.add(ASK);
  taps.takeBack(taps.unsent[0].id);
  assert.equal(shelf.length, 0);
});
