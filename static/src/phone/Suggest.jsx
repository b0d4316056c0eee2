import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../components/Icon.jsx";
import { _ } from "../lib/i18n.js";
import { usePhone } from "./phone.js";

const TITLE_MAX = 140;

/** The button at the water's edge that opens into a field for one sentence. */
export function Suggest() {
  const { act, tell } = usePhone();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState("");
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));

  /** @param {Event} event */
  const suggest = (event) => {
    event.preventDefault();
    const title = field.current?.value.trim();
    if (title) send(title);
    else field.current?.focus();
  };
  /** @param {string} title */
  const send = async (title) => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
    const ack = await act({ do: "suggest_topic", title });
    setDraft(ack.ok ? "" : title); // refused words are not lost
    if (!ack.ok) setOpen(true);
    else if (ack.said) tell(_("You suggested that already."));
    else tell(_("Thank you. The facilitator will look at it."));
  };
  useLayoutEffect(() => {
    if (open) field.current?.focus();
  }, [open]);

  if (!open) {
    return (
      <button class="big-button is-accent" ref={opener} onClick={() => setOpen(true)}>
        <span class="big-button-label">
          <Icon name="add" />
          {_("Suggest a topic")}
        </span>
      </button>
    );
  }
  return (
    <form class="suggest" onSubmit={suggest}>
      <label class="field-label" for="title">
        {_("Your topic, in one sentence")}
      </label>
      <textarea
        class="field-input"
        id="title"
        name="title"
        rows={2}
        maxLength={TITLE_MAX}
        enterkeyhint="send"
        ref={field}
        defaultValue={draft}
        onKeyDown={(event) => event.key === "Enter" && !event.isComposing && suggest(event)}
      />
      <button class="big-button is-accent">{_("Suggest it")}</button>
      <button type="button" class="big-button is-text" onClick={() => setOpen(false)}>
        {_("Not now")}
      </button>
    </form>
  );
}
