import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../shared/i18n/i18n.js";
import { WORDS_MAX } from "../shared/limits.js";

/**
 * @import {Desk} from "../console/desk/desk.js"
 * @import {Part} from "./article.js"
 */

/** A takeaway put otherwise: Enter keeps it, Escape leaves it as it was. @param {{desk: Desk, part: Part, close: () => void}} props */
export function Reword({ desk, part, close }) {
  const [words, write] = useState(part.text);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="edit-paragraph"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!words.trim() || words.trim() === part.text) return close();
        const { error } = await desk.send({ do: "reword_takeaway", takeaway: Number(part.item), words: words.trim() });
        if (!error) close();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <label class="note-field">
        <span>{_("In the summary")}</span>
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
      <p class="hint">{_("The author’s own words are kept. The author sees yours on their phone.")}</p>
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
