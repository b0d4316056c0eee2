/** The links that only the facilitator may have, fetched when they are looked at. */

import { useEffect, useState } from "preact/hooks";

/**
 * @import {AccessSlice, HelperRole} from "../../wire"
 * @typedef {{url: string, text: string, name: string, reachable: boolean}} Address
 * @typedef {object} Links
 * @property {string} [console] with the key, for the facilitator alone
 * @property {Record<HelperRole, string>} [helpers] the links to hand over, for the facilitator alone
 * @property {string} [again] where another session like this one is made, for the owner
 * @property {string} join
 * @property {string} display
 * @property {string} stage
 * @property {string} sheet
 * @property {string} summary
 * @property {Address[]} addresses
 * @property {string} chosen the `url` of the address in the QR
 */

/**
 * @param {string} code
 * @param {string} joinUrl fetched again when it changes
 * @param {AccessSlice} access as well as when this does
 * @returns {Links | null}
 */
export function useLinks(code, joinUrl, access) {
  const [links, setLinks] = useState(/** @type {Links | null} */ (null));
  useEffect(() => {
    let isWanted = true;
    fetch(`/${code}/links.json`)
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((found) => isWanted && setLinks(found))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [code, joinUrl, access]);
  return links;
}

/**
 * Put a text on the clipboard, also on pages that are not secure.
 * @param {string} text
 * @param {HTMLInputElement | null} field where it stands, selected if nothing else works
 * @returns {Promise<boolean>}
 */
export async function copy(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return document.execCommand("copy");
  }
}
