/** Who came when, fetched while somebody looks: too many to be sent all the time. */

import { useEffect, useState } from "preact/hooks";

/** @import {ArrivalGroup} from "../../wire" */

const REST_MS = 1_000; // in a flood something changes all the time

/**
 * The people of every minute, the last ones first; `null` until they are there.
 *
 * @param {string} code
 * @param {unknown[]} changes what tells that the room has changed
 * @param {boolean} isAsked
 * @returns {ArrivalGroup[] | null}
 */
export function useArrivals(code, changes, isAsked) {
  const [groups, setGroups] = useState(/** @type {ArrivalGroup[] | null} */ (null));
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    const timer = setTimeout(
      async () => {
        const answer = await fetch(`/${code}/arrivals.json`).catch(() => null);
        if (answer?.ok && isWanted) setGroups((await answer.json()).groups);
      },
      groups === null ? 0 : REST_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [code, isAsked, ...changes]);
  return groups;
}
