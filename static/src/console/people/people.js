/** Everybody in the room, fetched when asked for: too many to be sent all the time. */

import { useEffect, useState } from "preact/hooks";
import { nameOf } from "../../shared/i18n/i18n.js";

/**
 * @import {Label} from "../../wire"
 * @typedef {object} Person
 * @property {number} person
 * @property {Label} label
 * @property {boolean} phone
 * @property {boolean} hidden
 * @property {boolean} out
 * @property {boolean} forgotten
 * @property {boolean} seated
 * @property {boolean} waiting
 * @property {boolean} volunteer
 * @property {import("../../wire").AtDoor} [at_door] whether they are not in, or not any more
 * @property {string} group
 * @property {number} turns
 * @property {number} talk_ms what the session counts as theirs, without what goes on
 * @property {number | null} since_run_ms since when they talk, on the session clock
 * @property {boolean} read whether their words were read aloud
 * @property {Label | null} [same] who bears the same name, and may be the same person
 * @typedef {{people: Person[], total: number, unheard: number}} Roster
 * @typedef {"all" | "unheard"} Which
 * @typedef {{of?: Which, most?: number}} Wanted whom, and how many of them; else the first fifty of all
 */

const TYPING_MS = 200;

/** @param {string} code @param {string} query @param {Wanted} [wanted] @returns {Promise<Roster>} */
export async function fetchPeople(code, query, { of = "all", most } = {}) {
  const asked = new URLSearchParams({ q: query, of });
  if (most) asked.set("most", String(most));
  const answer = await fetch(`/${code}/people.json?${asked}`);
  if (!answer.ok) throw new Error(`people.json answered ${answer.status}`);
  return answer.json();
}

/** "Anna (2)" is found as Anna. */
const TWIN = /\s*\(\d+\)$/;

/**
 * Find who is meant by a name: the one person with a phone who is called exactly this and is not
 * seated yet. Where that is not clear, everybody who is called so.
 * @param {string} code
 * @param {string} name
 * @returns {Promise<{one: Person | null, all: Person[]}>}
 */
export async function meantBy(code, name) {
  const { people } = await fetchPeople(code, name.replace(TWIN, ""));
  return { one: theOneCalled(people, name), all: allCalled(people, name) };
}

/** @param {Person[]} people @param {string} name @returns {Person | null} */
export function theOneCalled(people, name) {
  const here = allCalled(people, name).filter(({ phone, seated }) => phone && !seated);
  return here.length === 1 ? here[0] : null;
}

/**
 * Everybody who is called this; with the number of a namesake, as in "Anna (2)", that one alone.
 * @param {Person[]} people
 * @param {string} name
 * @returns {Person[]}
 */
export function allCalled(people, name) {
  const folded = name.trim().toLowerCase();
  const here = people.filter(({ out, forgotten, at_door: atDoor }) => !out && !forgotten && !atDoor);
  const called = here.filter(({ label }) => label.name.toLowerCase() === folded);
  return called.length ? called : here.filter(({ label }) => label.name && nameOf(label).toLowerCase() === folded);
}

/**
 * The people who match, fetched again whenever the room has changed.
 * @param {string} code
 * @param {string} query
 * @param {unknown[]} changes what tells that the room has changed
 * @param {boolean} [isAsked] whether to look at all
 * @param {Wanted} [wanted]
 * @returns {Roster | null}
 */
export function usePeople(code, query, changes, isAsked = true, { of, most } = {}) {
  const [roster, setRoster] = useState(/** @type {Roster | null} */ (null));
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const found = await fetchPeople(code, query, { of, most }).catch(() => null);
      if (isWanted && found) setRoster(found);
    }, TYPING_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [code, query, isAsked, of, most, ...changes]);
  return isAsked ? roster : null;
}
