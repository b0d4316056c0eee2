/** Which of the slices that arrive are kept; pure. */

/** @typedef {import("../wire").ViewMessage} ViewMessage */

/**
 * What a face has, and of which version each part is.
 *
 * @typedef {{slices: Record<string, any>, versions: Record<string, number>}} Kept
 */

/** @type {Kept} */
export const NOTHING = { slices: {}, versions: {} };

/**
 * Takes the slices that are not older than those already there; a whole message replaces all.
 *
 * @param {Kept} kept is left as it was
 * @param {ViewMessage} message
 * @returns {Kept} `kept` itself, if nothing in the message was newer
 */
export function keepNewer(kept, message) {
  const { slices, versions } = message.whole ? NOTHING : kept;
  const newer = Object.entries(message.slices).filter(
    ([name]) => !(name in versions) || message.version >= versions[name],
  );
  if (newer.length === 0 && !message.whole) return kept;
  return {
    slices: { ...slices, ...Object.fromEntries(newer) },
    versions: { ...versions, ...Object.fromEntries(newer.map(([name]) => [name, message.version])) },
  };
}
