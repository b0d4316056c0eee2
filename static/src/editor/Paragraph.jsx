import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../shared/i18n/i18n.js";
import { CREDIT_MAX, PARAGRAPH_MAX } from "../shared/limits.js";

/**
 * @import {Desk} from "../console/desk/desk.js"
 * @import {Part} from "./article.js"
 */

const MOST = { opening: PARAGRAPH_MAX, closing: PARAGRAPH_MAX, credit: CREDIT_MAX };

/** Words around the summary, in place: Control and Enter keeps them, Escape leaves them as they were. @param {{desk: Desk, part: Part, close: () => void}} props */
export function Paragraph({ desk, part, close }) {
  const which = /** @type {keyof typeof MOST} */ (part.item);
  const [text, write] = useState(part.text);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="edit-paragraph"
      onSubmit={async (event) => {
        event.preventDefault();
        if (text.trim() === part.text) return close();
        if (!(await desk.send({ do: "introduce_summary", [which]: text.trim() })).error) close();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        const isKept = event.key === "Enter" && (event.ctrlKey || event.metaKey || which === "credit");
        if (!isKept) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <label class="note-field">
        <span>{labelOf(which)}</span>
        <textarea
          ref={field}
          class="field-input"
          rows={which === "credit" ? 2 : 5}
          maxLength={MOST[which]}
          dir="auto"
          value={text}
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

/** @param {string} which */
function labelOf(which) {
  if (which === "opening") return _("What was this about, and what came of it?");
  return which === "closing" ? _("What is to be said at the end?") : _("Whom does this summary thank, or whose work is it?");
}
