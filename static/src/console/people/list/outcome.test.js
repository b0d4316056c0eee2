import assert from "node:assert/strict";
import test from "node:test";
import { isList, joined } from "./draft.js";
import { chairsFor, countsOf, excessOf, isTicked, keyOf, outcomeOf, peopleOf } from "./outcome.js";
import { LIST_MAX } from "../../../shared/limits.js";

/** @param {Partial<import("./listed-people.js").Line> & {is?: object}} [line] @returns {import("./listed-people.js").Line} */
function line({ is, ...more } = {}) {
  const person = is ? { person: 7, seated: false, waiting: false, group: "", ...is } : null;
  const one = { no: 0, name: "Ana", group: "", state: is ? "here" : "new", person, ...more };
  return /** @type {import("./listed-people.js").Line} */ (/** @type {unknown} */ (one));
}

const NONE = new Map();

test("namesakes on the list, people at the door and people sent out come in only when ticked", () => {
  for (const state of /** @type {const} */ (["again", "door", "out"])) {
    const one = line({ state, is: state === "again" ? undefined : {} });
    assert.equal(outcomeOf(one, "queue", NONE), "left_out");
    assert.equal(outcomeOf(one, "queue", new Map([[keyOf(one), true]])), "new");
    assert.deepEqual(peopleOf([one], "queue", new Map([[keyOf(one), true]])), [{ name: "Ana" }]);
  }
  assert.ok(isTicked(line(), NONE));
  assert.ok(!isTicked(line(), new Map([["0 Ana", false]])));
});

test("who is here goes where the list goes, unless they sit or wait already", () => {
  assert.equal(outcomeOf(line({ is: {} }), "room", NONE), "stays");
  assert.equal(outcomeOf(line({ is: {} }), "queue", NONE), "goes");
  assert.equal(outcomeOf(line({ is: { waiting: true } }), "queue", NONE), "stays");
  assert.equal(outcomeOf(line({ is: { waiting: true } }), "chairs", NONE), "goes");
  assert.equal(outcomeOf(line({ is: { seated: true } }), "chairs", NONE), "stays");
  assert.deepEqual(peopleOf([line({ is: {} }), line({ name: "Bo" })], "queue", NONE), [
    { name: "Ana", person: 7 },
    { name: "Bo" },
  ]);
  assert.deepEqual(peopleOf([line({ is: {} })], "room", NONE), []);
});

test("who is here gets the group of the list, and keeps a group of their own", () => {
  const [grouped, kept] = [line({ group: "North", is: {} }), line({ group: "North", is: { group: "South" } })];
  assert.equal(outcomeOf(grouped, "room", NONE), "grouped");
  assert.equal(outcomeOf(kept, "room", NONE), "stays");
  assert.deepEqual(peopleOf([grouped, kept], "room", NONE), [{ name: "Ana", group: "North", person: 7 }]);
  assert.deepEqual(peopleOf([kept], "queue", NONE), [{ name: "Ana", person: 7 }]);
});

test("a list that is too long for one command is told from one whose names are too long", () => {
  const people = (/** @type {number} */ count, name = "Ana") => Array.from({ length: count }, () => ({ name }));
  assert.equal(excessOf(people(LIST_MAX)), null);
  assert.equal(excessOf(people(LIST_MAX + 1)), "many");
  assert.equal(excessOf(people(LIST_MAX, "ن".repeat(80))), "large");
});

test("lines are counted by who they are", () => {
  const counts = countsOf([line(), line({ is: {} }), line({ state: "again" }), line({ state: "again" })]);
  assert.deepEqual(counts, { new: 1, here: 1, again: 2, door: 0, out: 0 });
});

test("chairs for a list are free, for speakers, and not those that are kept open", () => {
  const chair = (/** @type {string} */ state, kind = "speaker") => ({ state, kind });
  const scene = (/** @type {number} */ open, /** @type {object[]} */ ...chairs) => ({ bowl: { chairs }, session: { open_chairs: open } });
  const slices = (/** @type {any} */ one) => chairsFor(one);
  assert.equal(slices(scene(1, chair("empty"), chair("open"), chair("taken"), chair("empty", "host"))), 1);
  assert.equal(slices(scene(1)), 0);
});

test("several lines are a list, one line with blanks around it is a name", () => {
  assert.ok(isList("Ana\r\nBo\r\n"));
  assert.ok(!isList("\n  Ana Lopez \n\n"));
  assert.equal(joined("Ana\n\n", "Bo\nCem"), "Ana\nBo\nCem");
  assert.equal(joined(" ", "Bo"), "Bo");
  assert.equal(joined("Ana\n", ""), "Ana\n");
});
