/** The row that is looked at: in view, and under the keyboard. */

import { useEffect, useRef } from "preact/hooks";

/**
 * @param {import("../desk/desk.js").Desk} desk
 * @param {string} key
 */
export function usePicked(desk, key) {
  const row = useRef(/** @type {HTMLLIElement | null} */ (null));
  const isPicked = desk.reviewing === key;
  useEffect(() => {
    if (isPicked && !row.current?.contains(document.activeElement)) row.current?.focus();
  }, [isPicked]);
  return { row, isPicked };
}
