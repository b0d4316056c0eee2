/** Words that share a place of a certain height: all of them become smaller until they fit. */

import { useLayoutEffect, useRef } from "preact/hooks";

const STEP = 0.95;
const LEAST = 0.62; // the style keeps every text at the size that the last row can read

/**
 * Sets `--words` on an element, from 1 downwards, until nothing in it is cut off; and `data-tight`
 * where that is not enough, so that the style can leave something out.
 *
 * @param {unknown} content what is in it: it is fitted anew when that changes
 * @returns {import("preact").RefObject<HTMLDivElement | null>}
 */
export function useShrink(content) {
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  useLayoutEffect(() => {
    const fit = () => place.current && shrink(place.current);
    fit();
    addEventListener("resize", fit);
    document.fonts?.addEventListener("loadingdone", fit);
    return () => {
      removeEventListener("resize", fit);
      document.fonts?.removeEventListener("loadingdone", fit);
    };
  }, [content]);
  return place;
}

/** @param {HTMLElement} element */
function shrink(element) {
  delete element.dataset.tight;
  for (let words = 1; words >= LEAST; words *= STEP) {
    element.style.setProperty("--words", String(words));
    if (element.scrollHeight <= element.clientHeight + 1) return;
  }
  element.dataset.tight = "";
}
