/** Fetching what the first page of a phone does without, script and style: the room, and passes. */

import { useEffect, useState } from "preact/hooks";

/**
 * @typedef {typeof import("../phone-inside.jsx")} Inside
 * @typedef {typeof import("../phone-known.jsx")} Known
 * @typedef {{script: string, style: string}} Addresses
 */

const AGAIN_AFTER_MS = 2_000;

/** What is there or on its way, by the address of its script. @type {Map<string, Promise<any>>} */
const arriving = new Map();
/** @type {Map<string, number>} */
const failures = new Map();

/**
 * Fetches it once, however often it is asked for.
 *
 * @template Part
 * @param {Addresses} addresses
 * @returns {Promise<Part>}
 * @throws {unknown} if it could not be had; the next call tries anew
 */
export function fetchPart({ script, style }) {
  const known = arriving.get(script);
  if (known) return known;
  // Some browsers remember of an address that it has failed.
  const failed = failures.get(script) ?? 0;
  const again = failed ? `?${failed}` : "";
  const part = Promise.all([import(script + again), addStyle(style + again)]).then(
    ([found]) => found,
    (error) => {
      failures.set(script, failed + 1);
      arriving.delete(script);
      throw error;
    },
  );
  arriving.set(script, part);
  return part;
}

/** @param {string} address @returns {Promise<unknown>} */
function addStyle(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  const done = new Promise((arrived, failed) => {
    link.onload = arrived;
    link.onerror = failed;
  });
  document.head.append(link);
  return done;
}

/**
 * A part, once it is there; it is tried for until it is.
 *
 * @template Part
 * @param {Addresses} addresses
 * @param {boolean} wanted
 * @returns {{part: Part | null, late: boolean}} `late`: it could not be had at first
 */
export function usePart(addresses, wanted) {
  const [part, setPart] = useState(/** @type {Part | null} */ (null));
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!wanted || part) return;
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    let isWanted = true;
    fetchPart(addresses)
      .then((found) => isWanted && setPart(found))
      .catch(() => {
        if (isWanted) timer = setTimeout(() => setTries(tries + 1), AGAIN_AFTER_MS);
      });
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [addresses, wanted, part, tries]);
  return { part, late: tries > 0 };
}
