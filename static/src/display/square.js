/** Walls that are 4 to 3, or higher: their screens are laid out otherwise. */

import { useEffect, useState } from "preact/hooks";

const SQUARE = "(max-aspect-ratio: 31/20)"; // as in the style

/** Whether this wall is one. @returns {boolean} */
export function useSquare() {
  const [holds, setHolds] = useState(() => matchMedia(SQUARE).matches);
  useEffect(() => {
    const media = matchMedia(SQUARE);
    const changed = () => setHolds(media.matches);
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  }, []);
  return holds;
}
