/** Telling somebody that their words have been read to the room. */

import { useEffect, useRef } from "preact/hooks";
import { _ } from "../lib/i18n.js";

/**
 * @param {number} read how many requests of this person have been read aloud so far
 * @param {(text: string) => void} tell
 */
export function useHeard(read, tell) {
  const before = useRef(read);
  useEffect(() => {
    if (read > before.current) tell(_("Your words were read to the room. Thank you."));
    before.current = read;
  }, [read]);
}
