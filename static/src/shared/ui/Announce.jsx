import { useEffect, useState } from "preact/hooks";

/** What is said at the same moment must stay until it is read. */
const KEPT = 4;
/** Then it has been read; whoever looks around later finds nothing old, and no name that was hidden. */
const READ_MS = 10_000;

/** @type {Set<(text: string | null) => void>} */
const regions = new Set();

/**
 * Says something to screen readers, politely, wherever the face has its region.
 *
 * @param {string} text a whole sentence
 */
export function announce(text) {
  for (const say of regions) say(text);
}

/** Takes back what was said: a name in it has just been hidden or forgotten. */
export function hush() {
  for (const say of regions) say(null);
}

/** The one live region of a face: rendered once, and always there, or nothing is said. */
export function Announce() {
  const [said, say] = useState({ texts: /** @type {string[]} */ ([]), times: 0 });
  useEffect(() => {
    const listener = (/** @type {string | null} */ text) =>
      say(({ texts, times }) =>
        text === null
          ? { texts: [], times }
          : { texts: [...texts, text].slice(-KEPT), times: times + 1 },
      );
    regions.add(listener);
    return () => void regions.delete(listener);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => say(({ times }) => ({ texts: [], times })), READ_MS);
    return () => clearTimeout(timer);
  }, [said.times]);
  // A new element each time: the same sentence twice is said twice. Two at once are both said,
  // and what was said before is not said again.
  const first = said.times - said.texts.length;
  return (
    <div class="visually-hidden" role="status" aria-live="polite" aria-atomic="false">
      {said.texts.map((text, index) => (
        <p key={first + index}>{text}</p>
      ))}
    </div>
  );
}
