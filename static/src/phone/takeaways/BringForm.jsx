import { useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { TITLE_MAX, WORDS_MAX } from "../../shared/limits.js";
import { usePhone } from "../phone.js";

/** @typedef {import("../../wire").MyTakeaway} MyTakeaway */

/**
 * What somebody brings back, in their words; the topics on the table are offered as places.
 *
 * @param {{takeaway?: MyTakeaway, onDone: () => void}} props `takeaway`: the one that is put otherwise
 */
export function BringForm({ takeaway, onDone }) {
  const { slices, act, tell } = usePhone();
  const [origin, setOrigin] = useState(takeaway?.origin ?? "");
  const [draft, setDraft] = useState(takeaway?.words ?? "");
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const text = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const name = takeaway ? `bring-${takeaway.id}` : "bring";

  /** @param {SubmitEvent} event */
  const bring = async (event) => {
    event.preventDefault();
    const said = { origin: origin.trim(), words: draft.trim() };
    if (!said.origin) return field.current?.focus();
    if (!said.words) return text.current?.focus();
    const ack = await act(
      takeaway
        ? { do: "edit_takeaway", takeaway: takeaway.id, ...said }
        : { do: "keep_takeaway", kind: "brought", shared: true, ...said },
    );
    if (!ack.ok) return;
    if (!takeaway) {
      setOrigin("");
      setDraft("");
    }
    tell(takeaway ? _("Changed.") : _("You are signed up."));
    onDone();
  };
  return (
    <form class="take-form" id={name} onSubmit={bring}>
      <label class="bring-field">
        <span>{_("Where were you?")}</span>
        <input
          class="field-input"
          list={`${name}-places`}
          maxLength={TITLE_MAX}
          autocomplete="off"
          ref={field}
          value={origin}
          onInput={(event) => setOrigin(event.currentTarget.value)}
        />
      </label>
      <datalist id={`${name}-places`}>
        {slices.topics.topics.map(({ id, title }) => (
          <option key={id} value={title} />
        ))}
      </datalist>
      <label class="bring-field">
        <span>{_("What do you bring back?")}</span>
        <textarea
          class="field-input"
          rows={3}
          maxLength={WORDS_MAX}
          ref={text}
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
      </label>
      <p class="field-hint">{seenBy(slices)}</p>
      {takeaway && <button class="big-button is-accent">{_("Save")}</button>}
      {takeaway && (
        <button type="button" class="take-back" onClick={onDone}>
          {_("Cancel")}
        </button>
      )}
    </form>
  );
}

/** Who sees it. @param {import("../phone.js").PhoneState["slices"]} slices */
function seenBy({ session, me }) {
  if (session.attribution === "chatham_house") {
    return _("The facilitator sees it, and may put it on the wall and into the summary, without your name.");
  }
  if (session.attribution === "opt_in" && !me.credited) {
    return _("The facilitator sees it, and may put it on the wall and into the summary, as that of a numbered guest.");
  }
  return _("The facilitator sees it, and may put it on the wall and into the summary, with your name.");
}
