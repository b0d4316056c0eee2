import assert from "node:assert/strict";
import { test } from "node:test";
import { logParts, logWords } from "../log/log-lines.js";
import { allCalled, theOneCalled } from "../people/people.js";
import { makesRoomWords } from "../bowl/making-room.js";
import { call, person, slices } from "../../../testing/console-scene.js";
import { labelOf, nextHint, nextWords, saidWords, skipWords, spokeWords } from "./words.js";

test("the next action is a short order", () => {
  assert.equal(nextWords(call(11, 5), slices().run), "Call Amira to chair 5");
  assert.equal(nextWords({ ...call(11, 5), do: "take_over", chair: 2 }, slices().run), "Amira takes chair 2");
});

test("who is hidden is called by the number", () => {
  assert.equal(nextWords({ ...call(11, 3), person: person(9, "") }, slices().run), "Call Guest 9 to chair 3");
});

test("under a call stands what the person brings", () => {
  const scene = slices();
  scene.queue.items[0].words = "And who pays?";
  assert.equal(nextHint(scene), "Amira, new point: “And who pays?”");
});

test("who makes room, and why", () => {
  const room = { turn: 102, person: person(2, "Tomasz"), chair: 2, began_run_ms: 0, takes: null };
  /** @param {Partial<import("../../wire").MakesRoom>} change */
  const words = (change) =>
    makesRoomWords({ ...room, why: "asked", minute_until_run_ms: null, ...change }, 540_000, 480_000);
  assert.equal(words({ why: "longest_seated" }), "Tomasz makes room: seated longest, 9 minutes");
  assert.equal(words({ why: "asked" }), "Tomasz makes room: asked already, seated 9 minutes");
  assert.equal(words({ why: "time_limit" }), "Tomasz makes room: 1 minute over");
  assert.equal(words({ why: "time_limit", began_run_ms: 120_000 }), "Tomasz will be over first, in 1:00");
  assert.equal(
    words({ why: "tapped", takes: person(3, "Kofi") }),
    "Tomasz makes room: Kofi has named this chair",
  );
  assert.equal(
    words({ minute_until_run_ms: 560_000 }),
    "Tomasz makes room in a minute: 0:20 to finish a thought",
  );
});

test("how often somebody has been in the bowl", () => {
  const tracked = true;
  assert.equal(spokeWords({ turns: 0, talkMs: 0, tracked }), "first time");
  assert.equal(spokeWords({ turns: 2, talkMs: 0, tracked }), "sat 2×, not spoken yet");
  assert.equal(spokeWords({ turns: 1, talkMs: 200_000, tracked }), "spoke once, 3 min");
  assert.equal(spokeWords({ turns: 2, talkMs: 360_000, tracked }), "spoke 2×, 6 min");
  assert.equal(spokeWords({ turns: 2, talkMs: 360_000, tracked: false }), "sat 2×, 6 min");
});

test("a second press hears that she has been called", () => {
  const said = { code: "already_called", params: { person: 1011, chair: 5 } };
  assert.equal(saidWords(said, slices()), "Amira has been called.");
});

test("an undo that comes too late names who sits there", () => {
  const said = { code: "undo_overtaken", params: { part: "chair", chair: 3, person: 3, turn: 103 } };
  assert.equal(saidWords(said, slices()), "Mei-Lin now has chair 3. Move Mei-Lin, or cancel?");
  assert.equal(
    saidWords({ code: "undo_overtaken", params: { part: "clock" } }, slices()),
    "The clock has been changed since.",
  );
});

test("names are found wherever they are shown", () => {
  assert.equal(labelOf(slices(), 1012)?.name, "Jonas");
  assert.equal(labelOf(slices(), 999), undefined);
});

test("the next part is called by its title", () => {
  const { run } = slices();
  run.phases.push({ kind: "pair_share", planned_ms: 300_000 });
  const next = { ...call(11, 5), do: "begin_phase", args: { index: 1 } };
  assert.equal(nextWords(next, run), "Start: Pair share");
  run.phases[1].title = "Two by two";
  assert.equal(nextWords(next, run), "Start: Two by two");
});

test("what happened is a sentence", () => {
  const line = {
    seq: 9,
    at_ms: 0,
    event: "chair.taken",
    person: person(5, "Rafael"),
    other: null,
    chair: 5,
    title: null,
    minutes: null,
    count: null,
    why: null,
    phase: null,
    own: false,
    undo: null,
    by: null,
    until_ms: null,
  };
  assert.equal(logWords(line), "Rafael took chair 5");
  assert.equal(logWords({ ...line, event: "clock.extended", minutes: 5 }), "5 minutes more");
  assert.equal(logWords({ ...line, event: "person.added" }), "");
  assert.deepEqual(logParts(line), ["", "Rafael", " took chair 5"]);
  assert.deepEqual(logParts({ ...line, event: "door.locked" }), ["The door is locked"]);
});

const talked = { group: "", turns: 0, talk_ms: 0, since_run_ms: null, read: false };

test("only one known person of exactly this name is meant", () => {
  const known = { phone: true, hidden: false, out: false, forgotten: false, seated: false, waiting: false, volunteer: false, ...talked };
  const amira = { ...known, person: 1, label: person(1, "Amira") };
  const anna = { ...known, person: 2, label: person(2, "Anna") };
  const other = { ...known, person: 3, label: { ...person(3, "Anna"), twin: 2 } };
  assert.equal(theOneCalled([amira, anna, other], " amira ")?.person, 1);
  assert.equal(theOneCalled([amira, anna, other], "Anna"), null);
  assert.equal(theOneCalled([amira, anna, other], "anna (2)")?.person, 3);
  assert.equal(theOneCalled([{ ...amira, phone: false }], "Amira"), null);
});

test("a name that somebody has already is never simply a second person", () => {
  const rest = { hidden: false, out: false, forgotten: false, waiting: false, volunteer: false, ...talked };
  const anna = { person: 2, label: { id: 2, name: "Anna", no: 2, twin: 1 }, phone: true, seated: true, ...rest };
  const other = { ...anna, person: 3, label: { ...anna.label, id: 3, twin: 2 }, seated: false };
  assert.equal(theOneCalled([anna], "Anna"), null);
  assert.deepEqual(allCalled([anna], "anna "), [anna]);
  assert.equal(theOneCalled([anna, other], "Anna")?.person, 3);
  assert.deepEqual(allCalled([anna, other], "Anna (2)"), [other]);
  assert.deepEqual(allCalled([{ ...anna, out: true }], "Anna"), []);
  assert.deepEqual(allCalled([anna], "Annabel"), []);
});

test("skip says whom it skips, or that it cancels a call", () => {
  const amira = { id: 4, no: 4, name: "Amira", hidden: false };
  const waiting = /** @type {any} */ ({ request: 1, person: amira });
  const slices = /** @type {any} */ ({ action: { next: null }, queue: { calls: [], items: [waiting] } });
  assert.equal(skipWords(slices, waiting), "Skip Amira");
  assert.equal(skipWords({ ...slices, queue: { calls: [], items: [] } }, null), "Skip");
  const calling = { ...slices, action: { next: { do: "confirm_seated" } }, queue: { calls: [{}], items: [waiting] } };
  assert.equal(skipWords(calling, waiting), "Cancel call");
});
