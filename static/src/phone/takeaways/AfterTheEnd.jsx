import { useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { WORDS_MAX } from "../../shared/limits.js";
import { Kept } from "./Kept.jsx";
import { KnownHint } from "../known/KnownHint.jsx";
import { OffersHint } from "../known/OffersHint.jsx";
import { usePhone } from "../phone.js";
import { TakeForm } from "./TakeForm.jsx";

/** After the end: what one keeps, one thing more, and a point for whom there was no chair. */
export function AfterTheEnd() {
  const { me } = usePhone().slices;
  const [isOpen, open] = useState(false);
  if (!me.person) return null;
  return (
    <>
      <NotReached />
      <Kept title={_("Your takeaways")} />
      {isOpen ? (
        <section class="after-take">
          <h2 class="section">{_("What do you take with you?")}</h2>
          <TakeForm onDone={() => open(false)} />
        </section>
      ) : (
        <button type="button" class="button" onClick={() => open(true)}>
          {me.takeaways.length ? _("Add another takeaway") : _("What do you take with you?")}
        </button>
      )}
      <OffersHint />
      {me.takeaways.length > 0 || !isOpen ? <KnownHint /> : null}
    </>
  );
}

/** For who waited until the end: their point still has a place, until the summary is public. */
function NotReached() {
  const { slices, act, tell } = usePhone();
  const { me, session } = slices;
  const [draft, setDraft] = useState("");
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const request = me.request;
  if (!request || session.summary || me.points.some((point) => point.request === request.request)) return null;

  /** @param {SubmitEvent} event */
  const leave = async (event) => {
    event.preventDefault();
    const words = draft.trim();
    if (!words) return field.current?.focus();
    const ack = await act({ do: "leave_point", words, request: request.request });
    if (ack.ok) tell(_("Thank you. The facilitator will review it."));
  };
  return (
    <form class="take-form" onSubmit={leave}>
      <label class="field-label" for="not-reached">
        {_("There was no chair for you in time. What did you want to say?")}
      </label>
      {request.words && (
        <p class="field-hint" id="not-reached-words">
          {_("You waited with: “{words}”", { words: request.words })}
        </p>
      )}
      <textarea
        class="field-input"
        id="not-reached"
        rows={3}
        maxLength={WORDS_MAX}
        aria-describedby={request.words ? "not-reached-words" : undefined}
        ref={field}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      <button class="button">{_("Add it to the summary")}</button>
    </form>
  );
}
