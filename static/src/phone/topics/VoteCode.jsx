import { useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { CODE_DIGITS } from "../../shared/limits.js";
import { usePhone } from "../phone.js";

/** Once in a vote: the number that is on the wall, which shows that one is in the room. */
export function VoteCode() {
  const { slices, act } = usePhone();
  const [draft, setDraft] = useState("");
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));

  /** @param {SubmitEvent} event */
  const send = async (event) => {
    event.preventDefault();
    if (!draft.trim()) return field.current?.focus();
    const ack = await act({ do: "confirm_voter", vote: slices.vote.vote, code: draft.trim() });
    if (ack.ok) return;
    setDraft("");
    field.current?.focus();
  };
  return (
    <form class="vote-code" onSubmit={send}>
      <label class="field-label" for="vote-code">
        {_("The number on the wall")}
      </label>
      <div class="name-row">
        <input
          class="field-input"
          id="vote-code"
          ref={field}
          value={draft}
          inputMode="numeric"
          autocomplete="off"
          maxLength={CODE_DIGITS + 2}
          enterkeyhint="go"
          dir="ltr"
          aria-describedby="vote-code-hint"
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <button class="button">{_("Vote")}</button>
      </div>
      <p class="field-hint" id="vote-code-hint">
        {_("Type it once to get your dots.")}
      </p>
    </form>
  );
}
