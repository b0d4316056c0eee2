import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { WORDS_MAX } from "../../shared/limits.js";
import { DueField, LinkField, OwnerField, useNames } from "./NoteFields.jsx";
import { NOTE_KINDS, doerOf, editNote } from "./notes.js";

/**
 * @import {NoteKind, NoteView} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 * @import {Draft} from "./notes.js"
 */

/** A note is put right in place: Enter keeps it, Escape leaves it as it was. @param {{desk: Desk, note: NoteView, close: () => void}} props */
export function NoteEdit({ desk, note, close }) {
  const { id, kind, words, due, link, topic } = note;
  const [draft, setDraft] = useState(/** @type {Draft} */ ({ kind, words, due, link, topic, owner: doerOf(note) }));
  const names = useNames(desk, draft.owner === doerOf(note) ? "" : draft.owner);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  /** @param {Partial<Draft>} news */
  const write = (news) => setDraft({ ...draft, ...news });
  const topics = desk.slices.topics.topics.filter(({ state }) => state !== "suggested" && state !== "aside");
  return (
    <form
      class="note-edit"
      aria-label={_("Edit the note")}
      onSubmit={async (event) => {
        event.preventDefault();
        const command = draft.words.trim() ? editNote(note, draft, names) : null;
        if (!command || !(await desk.send(command)).error) close();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key !== "Enter" || !(event.target instanceof HTMLTextAreaElement)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <label class="note-field">
        <span>{_("Kind")}</span>
        <select
          class="field-input"
          value={draft.kind}
          onChange={(event) => write({ kind: /** @type {NoteKind} */ (event.currentTarget.value) })}
        >
          {NOTE_KINDS.map((one) => (
            <option key={one.kind} value={one.kind}>
              {one.words()}
            </option>
          ))}
        </select>
      </label>
      <label class="note-field">
        <span>{_("Words")}</span>
        <textarea
          ref={field}
          class="field-input"
          rows={3}
          maxLength={WORDS_MAX}
          dir="auto"
          value={draft.words}
          onInput={(event) => write({ words: event.currentTarget.value })}
        />
      </label>
      <OwnerField id={`note-${id}-owners`} owner={draft.owner} names={names} write={(owner) => write({ owner })} />
      <DueField due={draft.due} write={(day) => write({ due: day })} />
      <LinkField link={draft.link} write={(address) => write({ link: address })} />
      {topics.length > 0 && (
        <label class="note-field">
          <span>{_("Topic")}</span>
          <select
            class="field-input"
            value={draft.topic ?? ""}
            onChange={(event) => write({ topic: Number(event.currentTarget.value) || null })}
          >
            {note.topic === null && <option value="">{_("No topic")}</option>}
            {topics.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
      )}
      <div class="rail-row">
        <button type="submit" class="button button-small">
          {_("Save")} <kbd aria-hidden="true">↵</kbd>
        </button>
        <button type="button" class="button button-small button-quiet" onClick={close}>
          {_("Cancel")}
        </button>
      </div>
    </form>
  );
}
