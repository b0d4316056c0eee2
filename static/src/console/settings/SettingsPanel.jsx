import { useState } from "preact/hooks";
import { Reading } from "../../shared/ui/Reading.jsx";
import { languages } from "../../shared/device/language-and-theme.js";
import { _ } from "../../shared/i18n/i18n.js";
import { LAST_MINUTES_MAX, MINUTES_MAX, QUESTION_MAX } from "../../shared/limits.js";
import { EventInput } from "./EventInput.jsx";
import { ActionButton } from "../ui/ActionButton.jsx";
import { ServerFacts } from "../frame/ServerFacts.jsx";
import { LastMinutes } from "../queue/LastMinutes.jsx";
import { NudgeSettings } from "./NudgeSettings.jsx";
import { ShowWeb } from "./ShowWeb.jsx";
import { TalkLanguage } from "./TalkLanguage.jsx";
import { WallSettings } from "../wall/WallSettings.jsx";

const MINUTE_MS = 60_000;

/**
 * @import {ChangeSettings} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** What can be changed while the session runs. @param {{desk: Desk}} props */
export function SettingsPanel({ desk }) {
  const { session } = desk.slices;
  const minutes = Math.round(session.seat_limit_ms / MINUTE_MS);
  const [question, setQuestion] = useState(session.question);
  const [event, setEvent] = useState(session.event);
  const [limit, setLimit] = useState(String(minutes));
  const [last, setLast] = useState(String(Math.round(session.last_ms / MINUTE_MS)));
  const changed = changes(session, { question, event, limit: minutesOf(limit), last: minutesOf(last) });
  return (
    <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("Settings")}>
      <form
        class="settings"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          if (changed) desk.send(changed);
        }}
      >
        <div class="field">
          <label for="settings-question">{_("The question")}</label>
          <textarea
            id="settings-question"
            class="field-input"
            rows={3}
            maxLength={QUESTION_MAX}
            required
            value={question}
            aria-describedby="settings-question-hint"
            onInput={(change) => setQuestion(change.currentTarget.value)}
          />
          {session.state !== "lobby" && session.state !== "closed" && (
            <>
              <p id="settings-question-hint" class="hint">
                {_("This rewords the same question. To ask a different one, use “Next question”: the summary keeps both.")}
              </p>
              <ActionButton desk={desk} action="next_question" label={_("Next question")} />
            </>
          )}
        </div>
        <div class="field">
          <label for="settings-event">{_("Event")}</label>
          <EventInput code={desk.code} value={event} onChange={setEvent} />
        </div>
        <div class="field">
          <label for="settings-limit">{_("Minutes on a chair, as a hint")}</label>
          <input
            id="settings-limit"
            class="field-input"
            type="number"
            min={1}
            max={MINUTES_MAX}
            value={limit}
            onInput={(change) => setLimit(change.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="settings-last">{_("Close the queue this many minutes before the end")}</label>
          <input
            id="settings-last"
            class="field-input"
            type="number"
            min={0}
            max={LAST_MINUTES_MAX}
            value={last}
            aria-describedby="settings-last-hint"
            onInput={(change) => setLast(change.currentTarget.value)}
          />
          <p id="settings-last-hint" class="hint">
            {_("0 keeps it open until the end. In a short talk it is at most a quarter of it.")}
          </p>
        </div>
        <button type="submit" class="button button-small" disabled={!changed}>
          {_("Save")}
        </button>
      </form>
      <div class="settings">
        <TalkLanguage desk={desk} />
      </div>
      <NudgeSettings desk={desk} />
      <WallSettings desk={desk} />
      <div class="settings">
        <LastMinutes desk={desk} />
      </div>
      <div class="settings">
        <button
          type="button"
          class="button button-small"
          aria-pressed={session.show_times}
          onClick={() => desk.send({ do: "change_settings", show_times: !session.show_times })}
        >
          {session.show_times ? _("Hide seated times on the wall") : _("Show seated times on the wall")}
        </button>
        <p class="hint">
          {session.show_times
            ? _("Wall and phones show how long everybody has been seated.")
            : _("Seated times are on this console and on each person’s own phone.")}
        </p>
        <button
          type="button"
          class="button button-small"
          aria-pressed={session.show_balance}
          onClick={() => desk.send({ do: "change_settings", show_balance: !session.show_balance })}
        >
          {session.show_balance ? _("Hide the balance on the wall") : _("Show the balance on the wall")}
        </button>
        <p class="hint">
          {_("The balance says how many were heard and how well the talk is shared. It names nobody.")}
        </p>
        <ShowWeb desk={desk} />
        <p class="hint">
          {attributionWords(session.attribution)}
        </p>
      </div>
      <div class="settings">
        <Reading />
        <p class="hint">{_("For this device only. Everybody chooses their own.")}</p>
        <WallLanguages code={desk.code} />
      </div>
      <ServerFacts code={desk.code} />
    </div>
  );
}

/**
 * The wall in a language of its own: what this computer reads is not the room's choice.
 *
 * @param {{code: string}} props
 */
function WallLanguages({ code }) {
  return (
    <div class="wall-languages" role="group" aria-labelledby="wall-languages">
      <p id="wall-languages">{_("Language of the wall")}</p>
      {languages().map(([lang, name]) => (
        <a
          class="button button-small"
          key={lang}
          lang={lang}
          href={`/${code}/display?lang=${lang}`}
          target={`fishbowl-display-${code}`}
        >
          {name}
        </a>
      ))}
    </div>
  );
}

/** @param {import("../../wire").Attribution} attribution */
function attributionWords(attribution) {
  switch (attribution) {
    case "named":
      return _("Names appear in the summary.");
    case "opt_in":
      return _("The summary names only people who switch it on on their phone. This was agreed at the start and cannot be changed.");
    default:
      return _("Nobody’s name leaves the room. This was agreed at the start and cannot be changed.");
  }
}

/** What was typed; an empty field is no number. @param {string} typed */
function minutesOf(typed) {
  return typed.trim() ? Number(typed) : NaN;
}

/**
 * @param {import("../../wire").SessionSlice} session
 * @param {{question: string, event: string, limit: number, last: number}} typed
 * @returns {ChangeSettings | null} only what is different; `null` if nothing is, or not yet right
 */
export function changes(session, { question, event, limit, last }) {
  /** @type {ChangeSettings} */
  const changed = { do: "change_settings" };
  if (!question.trim() || !Number.isInteger(limit) || limit < 1) return null;
  if (!Number.isInteger(last) || last < 0 || last > LAST_MINUTES_MAX) return null;
  if (question.trim() !== session.question) changed.question = question.trim();
  if (event.trim() !== session.event) changed.event = event.trim();
  if (limit * MINUTE_MS !== session.seat_limit_ms) changed.seat_limit_minutes = limit;
  if (last * MINUTE_MS !== session.last_ms) changed.last_minutes = last;
  return Object.keys(changed).length > 1 ? changed : null;
}
