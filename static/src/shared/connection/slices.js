/** Which of the slices that arrive are kept; pure. */

import { patched } from "./differences.js";

/** @typedef {import("../../wire").ViewMessage} ViewMessage */

/**
 * What a face has, of which version each part is, and the number of the last message that had one.
 *
 * @typedef {{slices: Record<string, any>, versions: Record<string, number>, number: number}} Kept
 */

/** @type {Kept} */
export const NOTHING = { slices: {}, versions: {}, number: 0 };

/**
 * Takes the slices that are not older than those already there; a whole message replaces all.
 *
 * @param {Kept} kept is left as it was
 * @param {ViewMessage} message
 * @returns {Kept | null} `kept` itself, if nothing in the message was newer; `null` if something
 *   before it was missed, so that the whole view is needed again
 */
export function keepNewer(kept, message) {
  const { whole, version, number = 0, differences = {} } = message;
  if (number && !whole) {
    if (number <= kept.number || kept.number === 0) return kept; // the whole view is still to come
    if (number > kept.number + 1) return null;
  }
  const { slices, versions } = whole ? NOTHING : kept;
  const newer = Object.entries(message.slices).filter(
    ([name]) => !(name in versions) || version >= versions[name],
  );
  for (const [name, difference] of Object.entries(differences)) {
    try {
      newer.push([name, patched(slices[name], difference)]);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }
  if (newer.length === 0 && !whole && !number) return kept;
  return {
    slices: { ...slices, ...Object.fromEntries(newer) },
    versions: { ...versions, ...Object.fromEntries(newer.map(([name]) => [name, version])) },
    number: number || (whole ? 0 : kept.number),
  };
}
