import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { NOTE_KINDS } from "../console/notes/notes.js";
import { _ } from "../shared/i18n/i18n.js";
import { WORDS_MAX } from "../shared/limits.js";

/**
 * @import {NoteKind} from "../wire"
 * @import {Desk} from "../console/desk/desk.js"
 */

/** A note that was missing, under its topic. @param {{desk: Desk, topic: number, close: () => void}} props */
export function AddNote({ desk, topic, close }) {
  const [kind, setKind] = useState(/** @type {NoteKind} */ ("insight"));
  const [words, write] = useState("");
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="edit-paragraph"
      aria-label={_("Add a note")}
      onSubmit={async (event) => {
        event.preventDefault();
        if (!words.trim()) return close();
        if (!(await desk.send({ do: "add_note", kind, words: words.trim(), topic })).error) close();
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
          value={kind}
          onChange={(event) => setKind(/** @type {NoteKind} */ (event.currentTarget.value))}
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
          value={words}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <div class="edit-row">
        <button type="submit" class="button button-small">
          {_("Save")}
        </button>
        <button type="button" class="button button-small button-quiet" onClick={close}>
          {_("Cancel")}
        </button>
      </div>
    </form>
  );
}
