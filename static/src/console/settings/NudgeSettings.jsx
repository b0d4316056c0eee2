import { formatMinutes } from "../../shared/time/clock.js";
import { _, n_ } from "../../shared/i18n/i18n.js";

/**
 * @import {ChangeSettings} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

const MINUTE_MS = 60_000;
/** @type {[ChangeSettings["share_percent"] & number, () => string][]} */
const SHARES = [
  [150, () => _("1.5 times as much as most")],
  [200, () => _("twice as much as most")],
  [300, () => _("three times as much as most")],
];
const SILENT_MS = [3, 6, 10, 15].map((minutes) => minutes * MINUTE_MS);
const EMPTY_MS = [0.5, 1, 1.5, 3, 5].map((minutes) => minutes * MINUTE_MS);

/** When the console hints at something; nobody else ever sees a hint. @param {{desk: Desk}} props */
export function NudgeSettings({ desk }) {
  const { share_percent, silent_ms, empty_ms } = desk.slices.nudges;
  /** @param {SubmitEvent & {currentTarget: HTMLFormElement}} event */
  const submit = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (/** @type {string} */ name) => Number(form.get(name));
    desk.send({
      do: "change_settings",
      share_percent: /** @type {ChangeSettings["share_percent"]} */ (of("share")),
      silent_ms: of("silent"),
      empty_ms: of("empty"),
    });
  };
  return (
    <form key={`${share_percent} ${silent_ms} ${empty_ms}`} class="settings" aria-label={_("Hints")} onSubmit={submit}>
      <Choice
        name="share"
        label={_("Hint when somebody has talked")}
        chosen={share_percent}
        options={SHARES.map(([percent, words]) => [percent, words()])}
      />
      <Choice
        name="silent"
        label={_("Hint when somebody on a chair has been silent for")}
        chosen={silent_ms}
        options={lengths(SILENT_MS, silent_ms)}
      />
      <Choice
        name="empty"
        label={_("Hint when a chair has been empty for")}
        chosen={empty_ms}
        options={lengths(EMPTY_MS, empty_ms)}
      />
      <p class="hint">
        {_("Hints come to this console only, one at a time. Talk and silence are known while you track who speaks.")}
      </p>
      <button type="submit" class="button button-small">
        {_("Save hints")}
      </button>
    </form>
  );
}

/** The usual lengths, and the one that holds. @param {number[]} usual @param {number} chosen @returns {[number, string][]} */
function lengths(usual, chosen) {
  const all = chosen && !usual.includes(chosen) ? [...usual, chosen].sort((a, b) => a - b) : usual;
  return all.map((ms) => [
    ms,
    ms % MINUTE_MS ? n_("{n} second", "{n} seconds", Math.round(ms / 1000)) : formatMinutes(ms),
  ]);
}

/** @param {{name: string, label: string, chosen: number, options: [number, string][]}} props */
function Choice({ name, label, chosen, options }) {
  return (
    <label class="field">
      <span>{label}</span>
      <select class="field-input" name={name} defaultValue={String(chosen)}>
        {options.map(([value, words]) => (
          <option key={value} value={String(value)} selected={value === chosen}>
            {words}
          </option>
        ))}
        <option value="0" selected={chosen === 0}>
          {_("never")}
        </option>
      </select>
    </label>
  );
}
