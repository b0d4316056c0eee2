import { useEffect, useState } from "preact/hooks";

/** @type {Set<(text: string) => void>} */
const regions = new Set();

/**
 * Says something to screen readers, politely, wherever the face has its region.
 *
 * @param {string} text a whole sentence
 */
export function announce(text) {
  for (const say of regions) say(text);
}

/** The one live region of a face: rendered once, and always there, or nothing is said. */
export function Announce() {
  const [said, say] = useState({ text: "", times: 0 });
  useEffect(() => {
    const listener = (/** @type {string} */ text) =>
      say((before) => ({ text, times: before.times + 1 }));
    regions.add(listener);
    return () => void regions.delete(listener);
  }, []);
  // A new element each time: the same sentence twice is said twice.
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      <p key={said.times}>{said.text}</p>
    </div>
  );
}
