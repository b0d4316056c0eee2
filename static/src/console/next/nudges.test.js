import assert from "node:assert/strict";
import { test } from "node:test";
import { AWAY_MS, dueNudge, nudgeWords, remedyOf } from "./nudges.js";
import { person } from "../../../testing/console-scene.js";

/** @param {Partial<import("../../wire").NudgeView>} [fields] @returns {import("../../wire").NudgeView} */
function nudge(fields = {}) {
  return {
    key: "long_seat 7",
    code: "long_seat",
    due_run_ms: 480_000,
    since_run_ms: 0,
    person: person(3, "Tomasz"),
    chair: 2,
    count: 4,
    title: "",
    people: [],
    do: "nudge_person",
    args: { turn: 7 },
    ...fields,
  };
}

test("a hint waits for its time, and stays away for three minutes", () => {
  const items = [nudge()];
  assert.equal(dueNudge(items, 479_999, new Map(), 0), null);
  assert.equal(dueNudge(items, 480_000, new Map(), 0), items[0]);
  const waved = new Map([["long_seat 7", 1_000 + AWAY_MS]]);
  assert.equal(dueNudge(items, 500_000, waved, 1_000), null);
  assert.equal(dueNudge(items, 500_000, waved, 1_000 + AWAY_MS), items[0]);
});

test("one at a time, the most important first", () => {
  const items = [nudge({ key: "overrun 1", due_run_ms: 0 }), nudge()];
  assert.equal(dueNudge(items, 500_000, new Map(), 0), items[0]);
  assert.equal(dueNudge(items, 500_000, new Map([["overrun 1", 9]]), 0), items[1]);
});

test("it says why, and its key says what", () => {
  assert.deepEqual(nudgeWords(nudge(), 540_000), {
    text: "Tomasz has been seated 9 minutes while 4 wait",
    remedy: "Send a gentle nudge",
  });
  assert.deepEqual(remedyOf(nudge()), { do: "nudge_person", turn: 7 });
});

test("a part that is over says since when, and its key goes on", () => {
  const over = nudge({
    code: "part_over",
    key: "part_over 1",
    since_run_ms: 300_000,
    person: null,
    count: 2,
    do: "begin_phase",
    args: { index: 2, seen: 1 },
  });
  assert.deepEqual(nudgeWords(over, 420_000), {
    text: "This part was to end 2 minutes ago",
    remedy: "Next part",
  });
  assert.deepEqual(remedyOf(over), { do: "begin_phase", index: 2, seen: 1 });
});
