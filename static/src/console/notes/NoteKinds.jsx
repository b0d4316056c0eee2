import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { NOTE_KINDS } from "./notes.js";

/**
 * What a note is about: one letter picks it, arrow keys as well.
 * @param {{kind: import("../../wire").NoteKind, pick: (kind: import("../../wire").NoteKind) => void}} props
 */
export function NoteKinds({ kind, pick }) {
  return (
    <fieldset class="note-kinds">
      <legend class="visually-hidden">{_("What is it? Press its letter.")}</legend>
      {NOTE_KINDS.map((one) => (
        <label key={one.kind} class="note-kind" title={one.words()}>
          <input
            type="radio"
            name="note-kind"
            checked={one.kind === kind}
            aria-keyshortcuts={one.letter}
            onChange={() => pick(one.kind)}
          />
          <Icon name={one.icon} />
          <span class="note-kind-words">{one.words()}</span>
          <kbd aria-hidden="true">{one.letter}</kbd>
        </label>
      ))}
    </fieldset>
  );
}
