import { useRef, useState } from "preact/hooks";
import { Icon } from "../components/Icon.jsx";
import { _ } from "../lib/i18n.js";
import { usePhone } from "./phone.js";

const TITLE_MAX = 140;

/** The button at the water's edge that opens into a field for one sentence. */
export function Suggest() {
  const { act, tell } = usePhone();
  const [open, setOpen] = useState(false);
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));

  /** @param {SubmitEvent} event */
  const suggest = async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const title = String(new FormData(form).get("title")).trim();
    if (title) send(title);
    else form.querySelector("textarea")?.focus();
  };
  /** @param {string} title */
  const send = async (title) => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
    const ack = await act({ do: "suggest_topic", title });
    if (ack.ok) {
      tell(ack.said ? _("You suggested that already.") : _("Thank you. The facilitator will look at it."));
    }
  };
  if (!open) {
    return (
      <button class="big-button is-accent" ref={opener} onClick={() => setOpen(true)}>
        <Icon name="add" />
        {_("Suggest a topic")}
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
        ref={(field) => field?.focus()}
      />
      <button class="big-button is-accent">{_("Suggest it")}</button>
      <button type="button" class="big-button is-text" onClick={() => setOpen(false)}>
        {_("Not now")}
      </button>
    </form>
  );
}
