/** What becomes of everybody on a list, by who they are, where the list goes and what is ticked. */

import { CONSOLE_MESSAGE_MAX_BYTES, LIST_MAX } from "../../../shared/limits.js";

/**
 * @import {AddPeople} from "../../../wire"
 * @import {Place} from "./draft.js"
 * @import {Line, State} from "./listed-people.js"
 * @typedef {AddPeople["people"][number]} NewPerson
 * @typedef {"new" | "goes" | "grouped" | "stays" | "left_out"} Outcome `goes`: somebody who is here
 *   goes where the list goes; `grouped`: only gets a group; `stays`: nothing happens
 * @typedef {Map<string, boolean>} Ticks what was ticked or unticked by hand, by {@link keyOf}
 * @typedef {"many" | "large" | null} Excess why a list does not come in at once
 */

/** What a command needs beside the people. */
const AROUND_BYTES = 1_024;

/** The place on the list and the name: a tick stays with its line while others are corrected. @param {Line} line */
export function keyOf({ no, name }) {
  return `${no} ${name}`;
}

/** Whether somebody comes in; twins, people at the door and those sent out only when ticked by hand. @param {Line} line @param {Ticks} ticks */
export function isTicked(line, ticks) {
  return ticks.get(keyOf(line)) ?? (line.state === "new" || line.state === "here");
}

/**
 * What becomes of a line.
 * @param {Line} line
 * @param {Place} place
 * @param {Ticks} ticks
 * @returns {Outcome}
 */
export function outcomeOf(line, place, ticks) {
  if (!isTicked(line, ticks)) return "left_out";
  const { state, person, group } = line;
  if (state !== "here" || !person) return "new";
  if (place !== "room" && !person.seated && !(place === "queue" && person.waiting)) return "goes";
  return group && !person.group ? "grouped" : "stays";
}

/**
 * The people of the command. Whoever is here keeps the name and the group that they have.
 * @param {Line[]} lines
 * @param {Place} place
 * @param {Ticks} ticks
 * @returns {NewPerson[]}
 */
export function peopleOf(lines, place, ticks) {
  return lines.flatMap((line) => {
    const outcome = outcomeOf(line, place, ticks);
    if (outcome === "left_out" || outcome === "stays") return [];
    const known = outcome === "new" ? null : line.person;
    const group = known?.group ? "" : line.group;
    return [{ name: line.name, ...(group && { group }), ...(known && { person: known.person }) }];
  });
}

/** Why these people do not come in by one command. @param {NewPerson[]} people @returns {Excess} */
export function excessOf(people) {
  if (people.length > LIST_MAX) return "many";
  const bytes = new TextEncoder().encode(JSON.stringify(people)).length;
  return bytes > CONSOLE_MESSAGE_MAX_BYTES - AROUND_BYTES ? "large" : null;
}

/** How many lines there are of each state. @param {Line[]} lines @returns {Record<State, number>} */
export function countsOf(lines) {
  const counts = { new: 0, here: 0, again: 0, door: 0, out: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}

/**
 * How many chairs a list can fill: free ones for speakers, but for those that are kept open.
 * @param {Pick<import("../../../wire").ConsoleSlices, "bowl" | "session">} slices
 */
export function chairsFor({ bowl, session }) {
  const free = bowl.chairs.filter(({ state, kind }) => kind === "speaker" && (state === "open" || state === "empty"));
  return Math.max(0, free.length - session.open_chairs);
}
