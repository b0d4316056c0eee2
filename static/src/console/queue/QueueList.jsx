import { useNow } from "../../shared/ui/hooks.js";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { headingsOf } from "../../shared/method/place-reasons.js";
import { nextInLine } from "../desk/actions.js";
import { useLongList } from "../ui/long-list.js";
import { QueueRequest } from "./QueueRequest.jsx";

/** So many are listed at first, and added at a time. */
const STEP = 40;

/** Everybody who waits, from the front; who is further behind is listed when one comes there. @param {{desk: import("../desk/desk.js").Desk}} props */
export function QueueList({ desk }) {
  useNow(5_000); // the waiting times of all rows step together
  const { items } = desk.slices.queue;
  const { count, rows, button, listMore, scrolled } = useLongList(STEP);
  const next = nextInLine(desk.slices);
  const picked = items.findIndex(({ request }) => request === desk.request);
  const listed = Math.max(count, picked + 1);
  const more = items.length - listed;
  const headings = headingsOf(items.map(({ why }) => why));
  return (
    <div
      class="rail-scroll queue"
      tabIndex={0}
      role="group"
      aria-label={_("Everybody who waits")}
      onScroll={(event) => scrolled(event.currentTarget, listed, more)}
    >
      <ol ref={/** @type {import("preact").RefObject<HTMLOListElement>} */ (rows)}>
        {items.slice(0, listed).map((item, index) => (
          <QueueRequest
            key={item.request}
            desk={desk}
            item={item}
            place={index + 1}
            heading={headings[index]}
            isNext={item === next}
          />
        ))}
      </ol>
      {more > 0 && (
        <button
          ref={button}
          type="button"
          class="button button-small button-quiet"
          onClick={() => listMore(listed)}
        >
          {n_("and {n} more", "and {n} more", more)}
        </button>
      )}
    </div>
  );
}
