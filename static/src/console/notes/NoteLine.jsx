import { useLayoutEffect, useRef } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { WORDS_MAX } from "../../shared/limits.js";
import { DueField, LinkField, OwnerField, useNames } from "./NoteFields.jsx";
import { NoteKinds } from "./NoteKinds.jsx";
import { addNote, currentTopic, emptyDraft, kindOfKey, noteKind, written } from "./notes.js";

/**
 * @import {Desk} from "../desk/desk.js"
 * @import {Draft} from "./notes.js"
 */

/**
 * A note without taking the hands off the keyboard: a letter for its kind, the words, Enter, the
 * next letter. What was not saved stays in the desk, also when the line is closed.
 * @param {{desk: Desk, stays?: boolean}} props `stays`: it is always there, and cannot be closed
 */
export function NoteLine({ desk, stays = false }) {
  const { draft } = desk;
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const names = useNames(desk, draft.kind === "action" ? draft.owner : "");
  const toKinds = () => /** @type {HTMLElement | null} */ (form.current?.querySelector(":checked"))?.focus();
  useLayoutEffect(() => {
    if (!stays) toKinds();
  }, []);
  const hasFields = draft.kind === "action" || draft.kind === "resource";
  /** @param {Partial<Draft>} news */
  const write = (news) => desk.set({ draft: { ...desk.draft, ...news } });
  return (
    <form
      ref={form}
      class="seat-bar note-line"
      aria-label={_("A note")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!draft.words.trim()) return field.current?.focus();
        toKinds();
        save(desk, names);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") desk.set({ isNoting: false });
        if (isOnKinds(event)) pickByKey(event, write, field.current);
      }}
    >
      <NoteKinds
        kind={draft.kind}
        pick={(kind) => {
          write({ kind });
          field.current?.focus();
        }}
      />
      {!stays && (
        <button
          type="button"
          class="icon-button"
          aria-label={_("Close the note line")}
          title={_("Close the note line (Esc)")}
          onClick={() => desk.set({ isNoting: false })}
        >
          <Icon name="close" />
        </button>
      )}
      <input
        ref={field}
        class="field-input note-words"
        aria-label={noteKind(draft.kind).asks()}
        placeholder={noteKind(draft.kind).asks()}
        value={draft.words}
        maxLength={WORDS_MAX}
        autocomplete="off"
        dir="auto"
        onInput={(event) => desk.set({ draft: written(desk.draft, event.currentTarget.value, desk.slices) })}
      />
      {draft.kind === "action" && (
        <>
          <OwnerField id="note-owners" owner={draft.owner} names={names} write={(owner) => write({ owner })} />
          <DueField due={draft.due} write={(due) => write({ due })} />
        </>
      )}
      {draft.kind === "resource" && <LinkField link={draft.link} write={(link) => write({ link })} />}
      <button type="submit" class="button button-small">
        {_("Save")} <kbd aria-hidden="true">↵</kbd>
      </button>
      {!hasFields && <p class="hint note-under">{underWords(desk)}</p>}
    </form>
  );
}

/** Saves it and makes room for the next one of its kind; what is refused comes back. @param {Desk} desk @param {import("../../wire").Label[]} names */
async function save(desk, names) {
  const { draft } = desk;
  desk.set({ draft: emptyDraft(draft.kind) });
  const { error } = await desk.send(addNote(draft, names));
  if (!error) announce(_("Noted: {words}", { words: draft.words }));
  else if (!desk.draft.words) desk.set({ draft });
}

/** @param {KeyboardEvent} event */
function isOnKinds({ target }) {
  return target instanceof HTMLInputElement && target.type === "radio";
}

/** @param {KeyboardEvent} event @param {(news: Partial<Draft>) => void} write @param {HTMLElement | null} field */
function pickByKey(event, write, field) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const kind = kindOfKey(event);
  if (kind) write({ kind });
  if (!kind && event.key !== "Enter") return;
  event.preventDefault(); // the letter is no part of the words
  field?.focus();
}

/** Where the note goes, and how it is written. @param {Desk} desk */
function underWords({ draft, slices }) {
  const id = draft.words.trim() ? draft.topic : (currentTopic(slices)?.id ?? null);
  const topic = slices.topics.topics.find((one) => one.id === id);
  return topic
    ? _("A letter, the words, Enter. It goes under “{title}”.", { title: topic.title })
    : _("A letter, the words, Enter. No topic is current.");
}
