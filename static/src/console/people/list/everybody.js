/** Everybody in the room, for comparing a list with: all of them, not the first fifty. */

import { useEffect, useState } from "preact/hooks";
import { PEOPLE_MAX } from "../../../shared/limits.js";
import { fetchPeople } from "../people.js";

/** @import {Person} from "../people.js" */

const REST_MS = 1_000; // while many come in, their number changes all the time

/**
 * Everybody, looked up again when their number changes.
 * @param {string} code
 * @param {number} count how many there are
 * @returns {{people: Person[] | null, isLost: boolean, again: () => void}} `isLost`: they could not be looked up
 */
export function useEverybody(code, count) {
  const [people, setPeople] = useState(/** @type {Person[] | null} */ (null));
  const [isLost, setLost] = useState(false);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const look = async () => {
      const found = await fetchPeople(code, "", { most: PEOPLE_MAX }).catch(() => null);
      if (!isWanted) return;
      setLost(!found);
      if (found) setPeople(found.people);
    };
    const timer = setTimeout(look, people === null ? 0 : REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [code, count, times]);
  return { people, isLost, again: () => setTimes(times + 1) };
}
