import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, meant } from "../desk/actions.js";
import { shifted, stepped, toAChair } from "./requests.js";
import { person, slices } from "../../../testing/console-scene.js";

/** @param {Partial<import("../desk/actions.js").Scene>} [change] */
const scene = (change = {}) => ({ slices: slices(), picked: null, moving: null, ...change });

test("the queue is moved one place, or to its head", () => {
  const { items } = slices().queue;
  assert.deepEqual(shifted(items, items[1], "up"), { do: "move_request", request: 12, before: 11 });
  assert.deepEqual(shifted(items, items[0], "down"), { do: "move_request", request: 11, before: 13 });
  assert.deepEqual(shifted(items, items[1], "down"), { do: "move_request", request: 12, before: null });
  assert.deepEqual(shifted(items, items[2], "first"), { do: "move_request", request: 13, before: 11 });
  assert.equal(shifted(items, items[0], "up"), null);
  assert.equal(shifted(items, items[0], "first"), null);
  assert.equal(shifted(items, items[2], "down"), null);
});

test("one walks along the queue to its ends, and begins at either", () => {
  assert.equal(stepped(scene(), 1), 11);
  assert.equal(stepped(scene(), -1), 13);
  assert.equal(stepped(scene({ request: 11 }), 1), 12);
  assert.equal(stepped(scene({ request: 11 }), -1), 11);
  assert.equal(stepped(scene({ request: 13 }), 1), 13);
  const empty = slices();
  empty.queue.items = [];
  assert.equal(stepped(scene({ slices: empty }), 1), null);
});

test("what keys do to who is picked in the queue", () => {
  const jonas = scene({ request: 12 });
  assert.deepEqual(asked("request_up", jonas), { do: "move_request", request: 12, before: 11 });
  assert.deepEqual(asked("request_down", jonas), { do: "move_request", request: 12, before: null });
  assert.deepEqual(asked("request_first", jonas), { do: "move_request", request: 12, before: 11 });
  assert.deepEqual(asked("take_off", jonas), { do: "lower_hand", request: 12 });
  assert.deepEqual(asked("hide", jonas), { do: "hide_name", person: 1012 });
  assert.equal(meant(jonas)?.name, "Jonas");
  assert.equal(asked("take_off", scene()), null);
  assert.equal(asked("take_off", scene({ request: 99 })), null, "who has gone since");
});

test("who calls out a reply or a question waits as one; words to be read stay so", () => {
  const change = { do: "change_request", request: 12, words: "" };
  const seen = slices();
  const jonas = seen.queue.items[1];
  assert.deepEqual(asked("bring", scene({ request: 12 })), { ...change, kind: "reply" });
  jonas.kind = "reply";
  assert.deepEqual(asked("bring", scene({ slices: seen, request: 12 })), { ...change, kind: "question" });
  jonas.kind = "question";
  assert.deepEqual(asked("bring", scene({ slices: seen, request: 12 })), { ...change, kind: "new_point" });
  jonas.kind = "read_aloud";
  assert.equal(asked("bring", scene({ slices: seen, request: 12 })), null);
});

test("who is picked comes to the free chair, or takes that of who makes room", () => {
  assert.deepEqual(asked("come", scene({ request: 12 })), { do: "call_person", request: 12, chair: 5 });
  const full = slices();
  full.bowl.chairs[4].state = "seated";
  assert.deepEqual(asked("come", scene({ slices: full, request: 12 })), { problem: "no_free_chair" });
  const tomasz = { turn: 102, chair: 2, person: person(2, "Tomasz") };
  full.action.makes_room = { ...tomasz, why: "longest_seated", began_run_ms: 0, minute_until_run_ms: null, takes: null };
  assert.deepEqual(asked("come", scene({ slices: full, request: 12 })), { do: "take_over", request: 12, turn: 102 });
});

test("words are read; before the start, who wrote them can only sit down", () => {
  const read = slices();
  read.queue.items[1].kind = "read_aloud";
  assert.deepEqual(asked("come", scene({ slices: read, request: 12 })), { do: "read_aloud", request: 12 });
  assert.equal(toAChair(scene({ slices: read }), read.queue.items[1])?.do, "call_person", "after all");
  read.clock.state = "lobby";
  assert.deepEqual(asked("come", scene({ slices: read, request: 12 })), { do: "seat_person", person: 1012, chair: 5 });
});
