import { useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { WORDS_MAX } from "../../shared/limits.js";
import { usePhone } from "../phone.js";

/** In the last minutes nobody new can ask; a point can still be left in writing. */
export function LeavePoint() {
  const { slices, act, tell } = usePhone();
  const [draft, setDraft] = useState("");
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const { points } = slices.me;

  /** @param {SubmitEvent} event */
  const leave = async (event) => {
    event.preventDefault();
    const words = draft.trim();
    if (!words) return field.current?.focus();
    const ack = await act({ do: "leave_point", words });
    if (!ack.ok) return;
    setDraft("");
    tell(_("Thank you. The facilitator will review it."));
  };
  return (
    <form class="suggest" onSubmit={leave}>
      <label class="field-label" for="point">
        {_("The last minutes. Write your point for the summary:")}
      </label>
      <textarea
        class="field-input"
        id="point"
        name="point"
        rows={2}
        maxLength={WORDS_MAX}
        ref={field}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      <button class="big-button is-accent">{points.length ? _("Write another") : _("Send")}</button>
    </form>
  );
}
