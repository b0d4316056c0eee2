/** A long list is put there as far as somebody looks: hundreds of rows would make every key slow. */

import { useEffect, useRef, useState } from "preact/hooks";

/** How near to the foot, in pixels, the next rows are put there. */
const NEAR_PX = 400;

/**
 * How far a list is there, and what makes it longer.
 * @param {number} step so many rows at first, and added at a time
 */
export function useLongList(step) {
  const [count, list] = useState(step);
  const rows = useRef(/** @type {HTMLElement | null} */ (null));
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  /** The row, from 0, that takes the focus of the button, which may be gone. */
  const wanted = useRef(-1);
  useEffect(() => {
    const row = rows.current?.children[wanted.current];
    if (!row) return;
    row.querySelector("button")?.focus();
    wanted.current = -1;
  });
  /** @param {number} listed how many rows there are now */
  const listMore = (listed) => {
    if (button.current === document.activeElement) wanted.current = listed;
    list(listed + step);
  };
  return {
    count,
    rows,
    button,
    listMore,
    /** Back to the first rows. */
    reset: () => list(step),
    /** @param {HTMLElement} box @param {number} listed @param {number} more how many are not listed */
    scrolled: (box, listed, more) => {
      const isAtFoot = box.scrollTop + box.clientHeight > box.scrollHeight - NEAR_PX;
      if (isAtFoot && more > 0) listMore(listed);
      else if (!box.scrollTop && !box.contains(document.activeElement)) list(step);
    },
  };
}
