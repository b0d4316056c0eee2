import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, nextInLine } from "./actions.js";
import { call, chair, person, slices, waiting } from "../../../testing/console-scene.js";
import { freeChair } from "../bowl/seats.js";

/** @param {Partial<import("./actions.js").Scene>} [change] */
const scene = (change = {}) => ({ slices: slices(), picked: null, moving: null, ...change });

test("Space asks for exactly what is shown", () => {
  assert.deepEqual(asked("next", scene()), { do: "call_person", request: 11, chair: 5 });
  const nothing = slices();
  nothing.action.next = null;
  assert.deepEqual(asked("next", scene({ slices: nothing })), { problem: "nothing_next" });
});

test("a number gives the floor, and takes it from who has it", () => {
  assert.deepEqual(asked("floor", scene(), 2), { do: "give_floor", turn: 102 });
  const speaking = slices();
  speaking.bowl.chairs[1].state = "speaking";
  assert.deepEqual(asked("floor", scene({ slices: speaking }), 2), { do: "give_floor", turn: null });
  assert.deepEqual(asked("floor", scene(), 5), { problem: "nobody_there" });
});

test("after M a number is a chair to move to", () => {
  assert.deepEqual(asked("floor", scene({ moving: 102 }), 5), { do: "move_person", turn: 102, chair: 5 });
});

test("what is done to a chair needs one that is picked and taken", () => {
  assert.deepEqual(asked("free", scene({ picked: 2 })), { do: "free_chair", turn: 102 });
  assert.deepEqual(asked("nudge", scene({ picked: 2 })), { do: "nudge_person", turn: 102 });
  assert.deepEqual(asked("free", scene()), { problem: "nothing_picked" });
  assert.deepEqual(asked("free", scene({ picked: 5 })), { problem: "nobody_there" });
});

test("swap brings the next in line to the picked chair", () => {
  assert.deepEqual(asked("swap", scene({ picked: 2 })), { do: "take_over", request: 11, turn: 102 });
  assert.deepEqual(asked("swap", scene({ picked: 5 })), { do: "call_person", request: 11, chair: 5 });
});

test("before the start nobody is called: swap seats", () => {
  const lobby = slices();
  lobby.clock.state = "lobby";
  lobby.bowl.chairs[4].state = "empty";
  assert.deepEqual(asked("swap", scene({ slices: lobby, picked: 5 })), {
    do: "seat_person",
    person: 1011,
    chair: 5,
  });
});

test("H hides who is picked, else who is next, and shows a hidden name", () => {
  assert.deepEqual(asked("hide", scene({ picked: 2 })), { do: "hide_name", person: 2 });
  assert.deepEqual(asked("hide", scene()), { do: "hide_name", person: 1011 });
  const hidden = slices();
  hidden.bowl.chairs[1] = chair(2, person(2, ""));
  assert.deepEqual(asked("hide", scene({ slices: hidden, picked: 2 })), { do: "show_name", person: 2 });
  assert.deepEqual(asked("hide", scene({ picked: 5 })), { problem: "nobody_meant" });
});

test("a walk-up sits on the picked chair if it is free, else on the first free one", () => {
  assert.deepEqual(asked("walk_up", scene()), { do: "seat_walk_up", chair: 5 });
  const two = slices();
  two.bowl.chairs[1] = chair(2);
  assert.equal(freeChair(two)?.no, 2);
  assert.equal(freeChair(two, 5)?.no, 5);
  assert.equal(freeChair(two, 1)?.no, 2);
});

test("a held chair is not free", () => {
  const held = slices();
  held.bowl.chairs[4].state = "held";
  assert.deepEqual(asked("walk_up", scene({ slices: held })), { problem: "no_free_chair" });
});

test("skip puts the next in line behind the one after", () => {
  assert.deepEqual(asked("skip", scene()), { do: "move_request", request: 11, before: 13 });
  const two = slices();
  two.queue.items.pop();
  assert.deepEqual(asked("skip", scene({ slices: two })), { do: "move_request", request: 11, before: null });
  two.queue.items.pop();
  assert.deepEqual(asked("skip", scene({ slices: two })), { problem: "nobody_after" });
});

test("while somebody is on the way, skip takes the call back", () => {
  const calling = slices();
  const air = {
    call: 70,
    request: 11,
    person: person(1011, "Amira"),
    chair: 5,
    walking: false,
    deadline_run_ms: 0,
    phone: true,
    where: "",
  };
  calling.queue = { items: [waiting(12, "Jonas")], calls: [air], pace: null };
  calling.action.next = { ...call(11, 5), do: "confirm_seated", args: { call: 70 } };
  assert.deepEqual(asked("skip", scene({ slices: calling })), { do: "withdraw_call", call: 70 });
});

test("a picked chair that is held has the same two keys as one that is taken", () => {
  const held = slices();
  held.queue.calls = [
    { call: 70, request: 11, person: person(1011, "Amira"), chair: 5, walking: false, deadline_run_ms: 1, phone: true, where: "" },
  ];
  assert.deepEqual(asked("speaking", scene({ slices: held, picked: 5 })), { do: "confirm_seated", call: 70 });
  assert.deepEqual(asked("free", scene({ slices: held, picked: 5 })), { do: "withdraw_call", call: 70 });
  assert.deepEqual(asked("free", scene({ slices: held, picked: 1 })), { do: "free_chair", turn: 101 });
});

test("who rests is stepped over", () => {
  const resting = slices();
  resting.action.next = null;
  resting.queue.items[0].resting = true;
  assert.equal(nextInLine(resting)?.request, 12);
});

test("undo and redo name the action", () => {
  const done = slices();
  done.action.undo = 40;
  assert.deepEqual(asked("undo", scene({ slices: done })), { do: "undo_action", action: 40 });
  assert.deepEqual(asked("redo", scene({ slices: done })), { problem: "nothing_to_redo" });
});

test("clock, door and wall are switches", () => {
  assert.deepEqual(asked("pause", scene()), { do: "pause_clock" });
  assert.deepEqual(asked("extend", scene()), { do: "extend_clock", minutes: 5 });
  assert.deepEqual(asked("lock", scene()), { do: "lock_door" });
  assert.deepEqual(asked("wall", scene()), { do: "show_on_wall", what: "qr" });
  const other = slices();
  other.clock.state = "paused";
  other.session.door_locked = true;
  other.address.wall = "qr";
  assert.deepEqual(asked("pause", scene({ slices: other })), { do: "resume_clock" });
  assert.deepEqual(asked("lock", scene({ slices: other })), { do: "unlock_door" });
  assert.deepEqual(asked("wall", scene({ slices: other })), { do: "show_on_wall", what: "bowl" });
});

test("the invitation to be known goes on the wall and off it, once there is a community", () => {
  assert.deepEqual(asked("known", scene()), { problem: "no_community" });
  assert.deepEqual(asked("known", scene({ hasCommunity: true })), { do: "show_on_wall", what: "known" });
  const shown = slices();
  shown.address.wall = "known";
  assert.deepEqual(asked("known", scene({ slices: shown, hasCommunity: true })), { do: "show_on_wall", what: "bowl" });
});

test("what only this console shows is asked of nobody", () => {
  assert.equal(asked("people", scene()), null);
});

test("Q goes back to the vote while one is open", () => {
  const voting = slices();
  voting.vote = { vote: 9, dots: 3, open: true, closes_at_ms: null, voted: 1, counts: [], fixed: true, with_code: false, code: "", voters: 0, late: [], late_count: 0 };
  voting.address.wall = "topics";
  assert.deepEqual(asked("wall", scene({ slices: voting })), { do: "show_on_wall", what: "qr" });
  voting.address.wall = "qr";
  assert.deepEqual(asked("wall", scene({ slices: voting })), { do: "show_on_wall", what: "topics" });
});

test("V opens a vote, and closes the one that is open", () => {
  assert.deepEqual(asked("vote", scene()), { do: "open_vote", dots: 3 });
  const voting = slices();
  voting.vote = { vote: 9, dots: 3, open: true, closes_at_ms: null, voted: 1, counts: [], fixed: true, with_code: false, code: "", voters: 0, late: [], late_count: 0 };
  assert.deepEqual(asked("vote", scene({ slices: voting })), { do: "close_vote", vote: 9 });
});

test("a chair is for speakers, the host, a guest, and for speakers again", () => {
  const seen = slices();
  const kind = () => asked("kind", scene({ slices: seen, picked: 2 }));
  assert.deepEqual(kind(), { do: "set_chair_kind", chair: 2, kind: "host" });
  seen.bowl.chairs[1].kind = "host";
  assert.deepEqual(kind(), { do: "set_chair_kind", chair: 2, kind: "guest" });
  seen.bowl.chairs[1].kind = "guest";
  assert.deepEqual(kind(), { do: "set_chair_kind", chair: 2, kind: "speaker" });
  assert.deepEqual(asked("kind", scene()), { problem: "nothing_picked" });
});

test("a kept chair is for whom it is picked, never for whoever comes", () => {
  const seen = slices();
  seen.bowl.chairs[4].kind = "guest";
  assert.equal(freeChair(seen), null);
  assert.equal(freeChair(seen, 5)?.no, 5);
  assert.deepEqual(asked("swap", scene({ slices: seen, picked: 5 })), {
    do: "seat_person",
    person: 1011,
    chair: 5,
  });
});

test("the keys of the wall take back what they did", () => {
  assert.deepEqual(asked("freeze", scene()), { do: "set_wall", showing: "frozen" });
  const frozen = slices();
  frozen.address.showing = "frozen";
  assert.deepEqual(asked("freeze", scene({ slices: frozen })), { do: "set_wall", showing: "live" });
  assert.deepEqual(asked("blank", scene({ slices: frozen })), { do: "set_wall", showing: "blank" });
});

test("U means the one before once the latest could not be taken back", () => {
  const seen = slices();
  seen.action = { ...seen.action, undo: 30, undo_instead: 20 };
  assert.deepEqual(asked("undo", scene({ slices: seen })), { do: "undo_action", action: 30 });
  assert.deepEqual(asked("undo", scene({ slices: seen, refusedUndo: 30 })), { do: "undo_action", action: 20 });
  assert.deepEqual(asked("undo", scene({ slices: seen, refusedUndo: 12 })), { do: "undo_action", action: 30 });
  seen.action.undo_instead = null;
  assert.deepEqual(asked("undo", scene({ slices: seen, refusedUndo: 30 })), { do: "undo_action", action: 30 });
});
