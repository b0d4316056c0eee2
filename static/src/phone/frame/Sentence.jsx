import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/**
 * @typedef {object} SentenceProps
 * @property {import("../../shared/ui/Icon.jsx").IconName} icon
 * @property {string} opens what the button says that opens the field
 * @property {string} label what the field is for
 * @property {string} sends what the button says that sends it
 * @property {string} again what to say when it was there already
 * @property {string} id of the field
 * @property {number} rows
 * @property {number} most how many letters fit
 * @property {string} [criteria] what the facilitator looks at
 * @property {(words: string) => import("../../wire").CommandBody} command
 */

/** The button in the footer that opens a field for a sentence. @param {SentenceProps} props */
export function Sentence({ icon, opens, label, sends, again, id, rows, most, criteria, command }) {
  const { act, tell } = usePhone();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState("");
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));

  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const words = field.current?.value.trim();
    if (words) send(words);
    else field.current?.focus();
  };
  /** @param {string} words */
  const send = async (words) => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
    const ack = await act(command(words));
    setDraft(ack.ok ? "" : words); // refused words are not lost
    if (!ack.ok) setOpen(true);
    else tell(ack.said ? again : _("Thank you. The facilitator will review it."));
  };
  useLayoutEffect(() => {
    if (open) field.current?.focus();
  }, [open]);

  if (!open) {
    return (
      <button class="big-button is-accent" ref={opener} onClick={() => setOpen(true)}>
        <span class="big-button-label">
          <Icon name={icon} />
          {opens}
        </span>
      </button>
    );
  }
  return (
    <form class="suggest" onSubmit={submit}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <textarea
        class="field-input"
        id={id}
        rows={rows}
        maxLength={most}
        enterkeyhint="send"
        aria-describedby={criteria && `${id}-criteria`}
        ref={field}
        defaultValue={draft}
        onKeyDown={(event) => event.key === "Enter" && !event.isComposing && submit(event)}
      />
      {criteria && (
        <p class="criteria" id={`${id}-criteria`}>
          {criteria}
        </p>
      )}
      <button class="big-button is-accent">{sends}</button>
      <button type="button" class="big-button is-text" onClick={() => setOpen(false)}>
        {_("Not now")}
      </button>
    </form>
  );
}
