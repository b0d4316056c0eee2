import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { WORDS_MAX } from "../../shared/limits.js";

/**
 * What somebody without a phone wants to have read aloud, typed by the facilitator: Enter keeps it,
 * Escape leaves it as it was. Without words the request is a new point again.
 *
 * @param {{desk: import("../desk/desk.js").Desk, item: import("../../wire").QueueItem}} props
 */
export function WordsField({ desk, item: { request, kind, words, person } }) {
  const [text, setText] = useState(words);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  const save = () => {
    desk.set({ wording: null });
    const typed = text.trim();
    const wanted = typed ? "read_aloud" : "new_point";
    if (typed !== words || wanted !== kind) desk.send({ do: "change_request", request, kind: wanted, words: typed });
  };
  return (
    <form
      class="request-wording"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={field}
        class="field-input"
        rows={3}
        maxLength={WORDS_MAX}
        value={text}
        aria-label={_("Words of {name}, to be read aloud", { name: nameOf(person) })}
        placeholder={_("Words to be read aloud")}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") desk.set({ wording: null });
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <button type="submit" class="button button-small">
        {_("Save")}
      </button>
    </form>
  );
}
