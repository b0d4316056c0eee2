/** Fetching what is needed inside the room, script and style; the first page does without. */

import { useEffect, useState } from "preact/hooks";

/** @typedef {typeof import("../phone-inside.jsx")} Inside */
/** @typedef {{script: string, style: string}} Addresses */

const AGAIN_AFTER_MS = 2_000;

/** @type {Promise<Inside> | null} */
let arriving = null;
let failures = 0;

/**
 * Fetches it once, however often it is asked for.
 *
 * @param {Addresses} addresses
 * @returns {Promise<Inside>}
 * @throws {unknown} if it could not be had; the next call tries anew
 */
export function fetchInside({ script, style }) {
  // Some browsers remember of an address that it has failed.
  const again = failures ? `?${failures}` : "";
  arriving ??= Promise.all([import(script + again), addStyle(style + again)]).then(
    ([inside]) => inside,
    (error) => {
      failures += 1;
      arriving = null;
      throw error;
    },
  );
  return arriving;
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
 * What is needed inside the room, once it is there; it is tried for until it is.
 *
 * @param {Addresses} addresses
 * @param {boolean} wanted
 * @returns {{inside: Inside | null, late: boolean}} `late`: it could not be had at first
 */
export function useInside(addresses, wanted) {
  const [inside, setInside] = useState(/** @type {Inside | null} */ (null));
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!wanted || inside) return;
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    let isWanted = true;
    fetchInside(addresses)
      .then((found) => isWanted && setInside(found))
      .catch(() => {
        if (isWanted) timer = setTimeout(() => setTries(tries + 1), AGAIN_AFTER_MS);
      });
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [addresses, wanted, inside, tries]);
  return { inside, late: tries > 0 };
}
