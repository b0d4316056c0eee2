import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../components/Icon.jsx";
import { _ } from "../lib/i18n.js";
import { usePhone } from "./phone.js";

const WORDS_MAX = 280;

/** The button at the water's edge that opens into a field for a question, with what is looked at. */
export function AskBowl() {
  const { act, tell } = usePhone();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState("");
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));

  /** @param {Event} event */
  const ask = (event) => {
    event.preventDefault();
    const words = field.current?.value.trim();
    if (words) send(words);
    else field.current?.focus();
  };
  /** @param {string} words */
  const send = async (words) => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
    const ack = await act({ do: "ask_bowl", words });
    setDraft(ack.ok ? "" : words); // refused words are not lost
    if (!ack.ok) setOpen(true);
    else if (ack.said) tell(_("You asked that already."));
    else tell(_("Thank you. The facilitator will look at it."));
  };
  useLayoutEffect(() => {
    if (open) field.current?.focus();
  }, [open]);

  if (!open) {
    return (
      <button class="big-button is-accent" ref={opener} onClick={() => setOpen(true)}>
        <span class="big-button-label">
          <Icon name="question" />
          {_("Ask the bowl")}
        </span>
      </button>
    );
  }
  return (
    <form class="suggest" onSubmit={ask}>
      <label class="field-label" for="bowl-question">
        {_("Your question to the bowl")}
      </label>
      <textarea
        class="field-input"
        id="bowl-question"
        name="words"
        rows={3}
        maxLength={WORDS_MAX}
        enterkeyhint="send"
        aria-describedby="criteria"
        ref={field}
        defaultValue={draft}
        onKeyDown={(event) => event.key === "Enter" && !event.isComposing && ask(event)}
      />
      <p class="criteria" id="criteria">
        {_(
          "The facilitator puts questions up that belong to today’s question, are about no person, have not come up before, and ask something. Your name is not shown with it.",
        )}
      </p>
      <button class="big-button is-accent">{_("Ask it")}</button>
      <button type="button" class="big-button is-text" onClick={() => setOpen(false)}>
        {_("Not now")}
      </button>
    </form>
  );
}
