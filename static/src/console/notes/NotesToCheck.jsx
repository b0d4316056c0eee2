import { _, n_ } from "../../shared/i18n/i18n.js";
import { NoteItem } from "./NoteItem.jsx";

/**
 * Notes that may name somebody who asked to be forgotten: what others wrote is put right by a person.
 *
 * @param {{desk: import("../desk/desk.js").Desk}} props
 */
export function NotesToCheck({ desk }) {
  const notes = desk.slices.notes.notes.filter(({ check }) => check);
  if (!notes.length) return null;
  return (
    <section class="suggestions notes-to-check" aria-label={_("To review")}>
      <h2>{n_("{n} note may name somebody who was forgotten", "{n} notes may name somebody who was forgotten", notes.length)}</h2>
      <ul class="topic-notes is-open">
        {notes.map((note) => (
          <NoteItem key={note.id} desk={desk} note={note} isOpen isAsked />
        ))}
      </ul>
    </section>
  );
}
