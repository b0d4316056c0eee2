/** Tells whether there is room for three rails, or for a remote only. */

import { useEffect, useState } from "preact/hooks";

/** A phone, upright or lying; a small tablet; a laptop that is zoomed to 200 %. */
const NARROW = "(max-width: 60rem), (max-height: 30rem)";

/** Whether the console is a remote at this moment. */
export function isNarrow() {
  return matchMedia(NARROW).matches;
}

/** Whether the console is a remote just now; follows when the phone is turned. @returns {boolean} */
export function useNarrow() {
  const [isNarrow, set] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const listen = () => set(query.matches);
    query.addEventListener("change", listen);
    listen();
    return () => query.removeEventListener("change", listen);
  }, []);
  return isNarrow;
}
