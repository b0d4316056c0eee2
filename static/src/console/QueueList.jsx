import { useEffect, useRef, useState } from "preact/hooks";
import { useNow } from "../lib/hooks.js";
import { _, n_ } from "../lib/i18n.js";
import { nextInLine } from "./actions.js";
import { QueueRequest } from "./QueueRequest.jsx";

/** So many are listed at first, and added at a time: hundreds of rows would make every key slow. */
const STEP = 40;

/** How near to the foot, in pixels, the next rows are put there. */
const NEAR_PX = 400;

/** Everybody who waits, from the front; who is further behind is listed when one comes there. @param {{desk: import("./desk.js").Desk}} props */
export function QueueList({ desk }) {
  useNow(5_000); // the waiting times of all rows step together
  const { items } = desk.slices.queue;
  const [count, list] = useState(STEP);
  const rows = useRef(/** @type {HTMLOListElement | null} */ (null));
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  /** The row, from 0, that takes the focus of the button, which may be gone. */
  const wanted = useRef(-1);
  useEffect(() => {
    rows.current?.children[wanted.current]?.querySelector("button")?.focus();
    wanted.current = -1;
  }, [count]);
  const next = nextInLine(desk.slices);
  const picked = items.findIndex(({ request }) => request === desk.request);
  const listed = Math.max(count, picked + 1);
  const more = items.length - listed;
  const listMore = () => {
    if (button.current === document.activeElement) wanted.current = listed;
    list(listed + STEP);
  };
  /** @param {HTMLElement} box */
  const scrolled = (box) => {
    const isAtFoot = box.scrollTop + box.clientHeight > box.scrollHeight - NEAR_PX;
    if (isAtFoot && more > 0) listMore();
    else if (!box.scrollTop && !box.contains(document.activeElement)) list(STEP);
  };
  return (
    <div
      class="rail-scroll queue"
      tabIndex={0}
      role="group"
      aria-label={_("Everybody who waits")}
      onScroll={(event) => scrolled(event.currentTarget)}
    >
      <ol ref={rows}>
        {items.slice(0, listed).map((item, index) => (
          <QueueRequest
            key={item.request}
            desk={desk}
            item={item}
            place={index + 1}
            isNext={item === next}
          />
        ))}
      </ol>
      {more > 0 && (
        <button
          ref={button}
          type="button"
          class="button button-small button-quiet"
          onClick={listMore}
        >
          {n_("and {n} more", "and {n} more", more)}
        </button>
      )}
    </div>
  );
}
