import { HoldButton } from "../console/ui/HoldButton.jsx";
import { unseenIds, unseenWords } from "../console/desk/review.js";
import { Notice } from "../console/next/Notice.jsx";
import { may } from "../console/desk/rights.js";
import { _ } from "../shared/i18n/i18n.js";

/** What is done here, and can be taken back here: reopening the session is for the console. */
const CORRECTIONS = new Set([
  "summary.introduced",
  "summary.item_hidden",
  "summary.item_shown",
  "summary.ordered",
  "note.added",
  "note.changed",
  "note.removed",
  "topic.renamed",
  "person.renamed",
  "words.passed",
  "takeaway.reworded",
  "takeaway.merged",
  "takeaway.set_aside",
  "answer.set_aside",
]);

/** What state the summary is in, and the way back. @param {{desk: import("../console/desk/desk.js").Desk}} props */
export function Bar({ desk }) {
  if (!desk.isReady) {
    const isRefused = desk.room.status === "refused";
    return (
      <section class="edit-bar" aria-label={_("Edit summary")}>
        <p role="status">
          {isRefused ? _("This page needs the key of the session. Open its link once more.") : _("Connecting…")}
        </p>
      </section>
    );
  }
  const { session, log } = desk.slices;
  const isPublished = session.summary !== null;
  const unseen = unseenWords(desk.slices.unseen);
  const last = log.lines.find((line) => line.undo !== null && CORRECTIONS.has(line.event));
  return (
    <section class="edit-bar" aria-label={_("Edit summary")}>
      <p>
        <b>{_("You are editing the summary.")}</b> {stateWords(session.state === "closed", isPublished)}
      </p>
      <div class="edit-row">
        {last && may(desk.slices, "undo_action") && (
          <button
            type="button"
            class="button button-small"
            onClick={() => desk.send({ do: "undo_action", action: /** @type {number} */ (last.undo) })}
          >
            {_("Undo")}
          </button>
        )}
        <a class="button button-small" href={`/${desk.code}/summary`}>
          {_("As readers see it")}
        </a>
        <a class="button button-small" href={`/${desk.code}/console`}>
          {_("Back to the console")}
        </a>
        {session.state === "closed" && !isPublished && may(desk.slices, "publish_summary") && (
          <HoldButton desk={desk} action="next" hold class="button edit-publish">
            {desk.holding === "next" ? _("keep holding") : _("Hold to publish")}
          </HoldButton>
        )}
      </div>
      {unseen && may(desk.slices, "pass_words") && (
        <p class="edit-unseen">
          <b>{unseen}</b>{" "}
          <button
            type="button"
            class="button button-small"
            onClick={() => desk.send({ do: "pass_words", items: unseenIds(desk.slices.unseen) })}
          >
            {_("Include all")}
          </button>
        </p>
      )}
      <Notice desk={desk} />
    </section>
  );
}

/** @param {boolean} isClosed @param {boolean} isPublished */
function stateWords(isClosed, isPublished) {
  if (isPublished) return _("It is published: readers see every change at once, with its date.");
  return isClosed ? _("Nobody else reads it until you publish it.") : _("The session is still going on.");
}
