import { useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { NoteItem } from "./NoteItem.jsx";

/**
 * Some notes: the last few to glance at, all of them unfolded to be read and put right.
 * @param {{desk: import("../desk/desk.js").Desk, notes: import("../../wire").NoteView[], last?: number}} props
 *   `last`: how many are to be seen while it is folded
 */
export function NoteList({ desk, notes, last = 0 }) {
  const [isOpen, open] = useState(false);
  if (!notes.length) return null;
  const seen = isOpen ? notes : last ? notes.slice(-last) : [];
  return (
    <div class={isOpen ? "topic-notes is-open" : "topic-notes"}>
      <button
        type="button"
        class="button button-small button-quiet"
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        {n_("{n} note", "{n} notes", notes.length)}
        <Icon name="down" />
      </button>
      {seen.length > 0 && (
        <ul aria-label={_("Notes")}>
          {seen.map((note) => (
            <NoteItem key={note.id} desk={desk} note={note} isOpen={isOpen} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** The notes that stand under none of the topics in sight. @param {{desk: import("../desk/desk.js").Desk, topics: import("../../wire").ConsoleTopic[]}} props */
export function LooseNotes({ desk, topics }) {
  const shown = new Set(topics.map(({ id }) => id));
  const notes = desk.slices.notes.notes.filter(({ topic }) => topic === null || !shown.has(topic));
  if (!notes.length) return null;
  return (
    <section class="suggestions" aria-label={_("Notes without a topic")}>
      <h2>{_("Without a topic")}</h2>
      <NoteList desk={desk} notes={notes} last={2} />
    </section>
  );
}
