import { useRef, useState } from "preact/hooks";
import { dayIn, dayText, kindBegins } from "../../shared/method/debrief-words.js";
import { _ } from "../../shared/i18n/i18n.js";
import { WORDS_MAX } from "../../shared/limits.js";
import { usePhone } from "../phone.js";

/** @typedef {import("../../wire").TakeawayKind} TakeawayKind */
/** @typedef {import("../../wire").MyTakeaway} MyTakeaway */

const WEEK_DAYS = 7;
const MONTH_DAYS = 30;
/** @type {TakeawayKind[]} */
const KINDS = ["take", "offer", "need", "will"];

/**
 * What somebody takes home, in their words: for themselves, or shared.
 *
 * @param {{takeaway?: MyTakeaway, isSentFromRim?: boolean, onDone?: () => void}} props `takeaway`: the
 *   one that is put otherwise
 */
export function TakeForm({ takeaway, isSentFromRim = false, onDone }) {
  const { slices, act, tell } = usePhone();
  const [kind, setKind] = useState(takeaway?.kind ?? "take");
  const [draft, setDraft] = useState(takeaway?.words ?? "");
  const [shared, share] = useState(takeaway?.shared ?? false);
  const [due, setDue] = useState(takeaway?.due ?? "");
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const isPublished = Boolean(slices.session.summary);
  const name = takeaway ? `take-${takeaway.id}` : "take";

  /** @param {SubmitEvent} event */
  const keep = async (event) => {
    event.preventDefault();
    const words = draft.trim();
    if (!words) return field.current?.focus();
    const said = { kind, words, shared: shared && !isPublished, due: kind === "will" ? due : "" };
    const ack = await act(
      takeaway ? { do: "edit_takeaway", takeaway: takeaway.id, ...said } : { do: "keep_takeaway", ...said },
    );
    if (!ack.ok) return;
    if (!takeaway) setDraft("");
    tell(said.shared ? _("Kept, and shared with the room.") : _("Kept. Only you see it."));
    onDone?.();
  };
  return (
    <form class="take-form" id={name} onSubmit={keep}>
      <fieldset class="take-kinds">
        <legend class="visually-hidden">{_("Kind")}</legend>
        {KINDS.map((one) => (
          <label key={one}>
            <input type="radio" name={`${name}-kind`} checked={kind === one} onChange={() => setKind(one)} />
            <span>{kindBegins(one)}</span>
          </label>
        ))}
      </fieldset>
      <label>
        <span class="visually-hidden">{_("Your words")}</span>
        <textarea
          class="field-input"
          rows={3}
          maxLength={WORDS_MAX}
          ref={field}
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
      </label>
      {kind === "will" && <Due name={name} due={due} setDue={setDue} />}
      {!isPublished && (
        <label class="take-tick">
          <input type="checkbox" checked={shared} onChange={() => share(!shared)} />
          <span>{shareWords(slices)}</span>
        </label>
      )}
      {!isSentFromRim && <button class="big-button is-accent">{_("Save")}</button>}
      {takeaway && (
        <button type="button" class="take-back" onClick={onDone}>
          {_("Cancel")}
        </button>
      )}
    </form>
  );
}

/** What sharing means here. @param {import("../phone.js").PhoneState["slices"]} slices */
function shareWords({ session, me }) {
  if (session.attribution === "chatham_house") return _("Share it with the room and the summary, without my name");
  if (session.attribution === "opt_in" && !me.credited) {
    return _("Share it with the room and the summary, as a numbered guest");
  }
  return _("Share it with the room and the summary, with my name");
}

/**
 * The day by when, if any.
 *
 * @param {{name: string, due: string, setDue: (due: string) => void}} props
 */
function Due({ name, due, setDue }) {
  const choices = [
    ["", _("No date")],
    [dayIn(WEEK_DAYS), _("In a week")],
    [dayIn(MONTH_DAYS), _("In a month")],
  ];
  const [own, setOwn] = useState(!choices.some(([day]) => day === due));
  return (
    <fieldset class="take-kinds is-due">
      <legend>{_("By when?")}</legend>
      {choices.map(([day, words]) => (
        <label key={words}>
          <input type="radio" name={`${name}-due`} checked={!own && due === day} onChange={() => (setOwn(false), setDue(day))} />
          <span>{words}</span>
        </label>
      ))}
      <label>
        <input type="radio" name={`${name}-due`} checked={own} onChange={() => setOwn(true)} />
        <span>{_("A date")}</span>
      </label>
      {own && (
        <input
          class="field-input"
          type="date"
          aria-label={due ? _("By {day}", { day: dayText(due) }) : _("By which day")}
          min={dayIn(0)}
          value={due}
          onInput={(event) => setDue(event.currentTarget.value)}
        />
      )}
    </fieldset>
  );
}
