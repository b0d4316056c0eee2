import { GROUP_MAX, NAME_MAX } from "../../../shared/limits.js";

/** From the lines of a list to people, and who of them is here already. */

/**
 * @import {Columns} from "./columns.js"
 * @import {Person} from "../people.js"
 * @typedef {{name: string, group: string}} Listed somebody on the list
 * @typedef {"new" | "here" | "again" | "door" | "out"} State `here`: somebody of this name is in the room;
 *   `again`: the list has the name once more; `door`: somebody of this name is at the door and not let in
 *   yet; `out`: somebody of this name was sent out
 * @typedef {Listed & {no: number, state: State, person: Person | null}} Line `no`: its place in the list
 */

/**
 * The people of a list.
 * @param {string[][]} rows
 * @param {Columns} columns
 * @returns {Listed[]}
 */
export function listed(rows, { header, name, group }) {
  return rows
    .slice(header ? 1 : 0)
    .map((row) => ({
      name: cut(name.map((at) => row[at] ?? "").filter(Boolean).join(" "), NAME_MAX),
      group: group === null ? "" : cut(row[group] ?? "", GROUP_MAX),
    }))
    .filter((one) => one.name);
}

/**
 * Tell of every line whether somebody of this name is here. The second Anna of a list is the
 * second Anna of the room, if there are two.
 * @param {Listed[]} people
 * @param {Person[]} here
 * @returns {Line[]}
 */
export function lines(people, here) {
  /** @type {Map<string, Person[]>} */
  const left = new Map();
  for (const one of here) {
    if (!one.label.name || one.forgotten) continue;
    const key = folded(one.label.name);
    left.set(key, [...(left.get(key) ?? []), one]);
  }
  const seen = new Set();
  return people.map((one, no) => {
    const key = folded(one.name);
    const person = left.get(key)?.shift() ?? null;
    /** @type {State} */
    const state = person ? stateOf(person) : seen.has(key) ? "again" : "new";
    seen.add(key);
    return { ...one, no, state, person };
  });
}

/** @param {Person} person @returns {State} */
function stateOf({ out, at_door: atDoor }) {
  if (out) return "out";
  return atDoor ? "door" : "here";
}

/**
 * The groups of a list, the largest first.
 * @param {Listed[]} people
 * @returns {{group: string, count: number}[]}
 */
export function groupsOf(people) {
  /** @type {Map<string, {group: string, count: number}>} */
  const found = new Map();
  for (const { group } of people) {
    if (!group) continue;
    const key = folded(group);
    const known = found.get(key) ?? { group, count: 0 };
    found.set(key, { ...known, count: known.count + 1 });
  }
  return [...found.values()].sort((one, other) => other.count - one.count);
}

/** The same name, however it is written. @param {string} name */
export function folded(name) {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** @param {string} text @param {number} most */
function cut(text, most) {
  return [...text].slice(0, most).join("").trim();
}
