import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { NoteEdit } from "./NoteEdit.jsx";
import { noteFacts, noteKind } from "./notes.js";
import { may } from "../desk/rights.js";

/**
 * @import {NoteView} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/**
 * A note: its sign, its words, who does it by when.
 * @param {{desk: Desk, note: NoteView, isOpen: boolean, isAsked?: boolean}} props
 *   `isOpen`: it can be put right here; `isAsked`: it is here because somebody may be named in it
 */
export function NoteItem({ desk, note, isOpen, isAsked = false }) {
  const [isEditing, edit] = useState(false);
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) button.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  if (isOpen && isEditing) {
    return (
      <li class="note">
        <NoteEdit desk={desk} note={note} close={() => edit(false)} />
      </li>
    );
  }
  const { icon, words } = noteKind(note.kind);
  const facts = noteFacts(note);
  return (
    <li class="note">
      <span class="note-sign" title={words()}>
        <Icon name={icon} />
        <span class="visually-hidden">{words()}: </span>
      </span>
      <div>
        <p dir="auto">{note.words}</p>
        {facts && <small dir="auto">{facts}</small>}
        {isAsked && <NoteCheck desk={desk} note={note} />}
        {isOpen && note.link && (
          <a class="note-link" href={note.link} target="_blank" rel="noopener noreferrer" dir="ltr">
            {note.link.replace(/^https?:\/\//, "")}
          </a>
        )}
        {isOpen && (
          <span class="note-actions">
            <small>{words()}</small>
            {may(desk.slices, "edit_note") && (
              <button
                ref={button}
                type="button"
                class="button button-small button-quiet"
                aria-label={_("Edit: {words}", { words: note.words })}
                onClick={() => edit(true)}
              >
                {_("Edit")}
              </button>
            )}
            {may(desk.slices, "remove_note") && (
              <button
                type="button"
                class="button button-small button-quiet"
                aria-label={_("Remove: {words}", { words: note.words })}
                onClick={() => desk.send({ do: "remove_note", note: note.id })}
              >
                {_("Remove")}
              </button>
            )}
          </span>
        )}
      </div>
    </li>
  );
}

/** Somebody asked to be forgotten whom this note may name. @param {{desk: Desk, note: NoteView}} props */
function NoteCheck({ desk, note }) {
  return (
    <span class="note-check">
      <small>{_("Somebody asked to be forgotten. This note may name them: edit it, remove it, or keep it.")}</small>
      {may(desk.slices, "check_note") && (
        <button
          type="button"
          class="button button-small button-quiet"
          aria-label={_("Keep as it is: {words}", { words: note.words })}
          onClick={() => desk.send({ do: "check_note", note: note.id })}
        >
          {_("Keep as it is")}
        </button>
      )}
    </span>
  );
}
