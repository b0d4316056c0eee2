import { _, n_, nameOf } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { reviewKey, unseenIds, unseenWords } from "../desk/review.js";
import { may } from "../desk/rights.js";
import { WrittenItem } from "./WrittenItem.jsx";

/** @import {Desk} from "../desk/desk.js" */

/** Before the summary goes out: what nobody has looked at stays out of it. @param {{desk: Desk}} props */
export function Unseen({ desk }) {
  const { unseen } = desk.slices;
  const ids = unseenIds(unseen);
  if (!ids.length || !may(desk.slices, "pass_words")) return null;
  return (
    <section class="unseen" aria-label={_("Before you publish")}>
      <p>
        <b>{unseenWords(unseen)}</b>
      </p>
      <p class="hint">{_("They go into the summary once you review them, or include them all.")}</p>
      <div class="rail-row">
        <ActionButton desk={desk} action="review" icon="search" label={_("Review")} />
        <button
          type="button"
          class="button button-small button-quiet"
          onClick={() => desk.send({ do: "pass_words", items: ids })}
        >
          {n_("Include", "Include all {n}", ids.length)}
        </button>
      </div>
    </section>
  );
}

/** Points that were left in writing, and what people waited with, until somebody has looked at them. @param {{desk: Desk}} props */
export function Written({ desk }) {
  const { written } = desk.slices.unseen;
  if (!written.length || !may(desk.slices, "pass_words")) return null;
  return (
    <section class="suggestions" aria-label={_("Written points")}>
      <h2>
        {_("Written points")} <span>{written.length}</span>
      </h2>
      <ul>
        {written.map(({ id, kind, words, by }) => (
          <WrittenItem
            key={id}
            desk={desk}
            reviewKey={reviewKey("written", id)}
            words={words}
            by={kind === "point" ? nameOf(by) : _("{name}, who was waiting", { name: nameOf(by) })}
            state="waiting"
            item={id}
            setAside={{ do: "hide_from_summary", item: id }}
          />
        ))}
      </ul>
    </section>
  );
}
