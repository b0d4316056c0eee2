import { _ } from "../../shared/i18n/i18n.js";
import { MINUTES_MAX } from "../../shared/limits.js";
import { ORDERS, orderWords } from "../../shared/method/place-reasons.js";
import { ENTRIES, EXITS } from "../settings/rule-words.js";

/** @import {EntryRule, ExitRule, Phase, QueueOrder} from "../../wire" */

/** The rules that begin to hold with a part; folded away, for most parts leave them as they are. @param {{phase: Phase}} props */
export function PhaseRules({ phase }) {
  return (
    <details class="run-part-rules">
      <summary>{_("Rules of this part")}</summary>
      <Rule
        name="entry"
        label={_("How people get a chair")}
        chosen={phase.entry}
        options={ENTRIES.map(({ rule, name }) => [rule, name()])}
      />
      <Rule
        name="exit_rule"
        label={_("Who makes room")}
        chosen={phase.exit_rule}
        options={EXITS.map(({ rule, name }) => [rule, name()])}
      />
      <Rule
        name="order"
        label={_("Who is called next")}
        chosen={phase.order}
        options={ORDERS.map((order) => [order, orderWords(order)])}
      />
      <label>
        <span>{_("Minutes on a chair, as a hint")}</span>
        <input
          class="field-input"
          name="seat_minutes"
          type="number"
          min={1}
          max={MINUTES_MAX}
          placeholder={_("as before")}
          defaultValue={phase.seat_minutes == null ? "" : String(phase.seat_minutes)}
        />
      </label>
    </details>
  );
}

/** @param {{name: string, label: string, chosen: string | null | undefined, options: [string, string][]}} props */
function Rule({ name, label, chosen, options }) {
  return (
    <label>
      <span>{label}</span>
      <select class="field-input" name={name}>
        <option value="" selected={chosen == null}>
          {_("as before")}
        </option>
        {options.map(([rule, words]) => (
          <option key={rule} value={rule} selected={rule === chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The rules that were chosen for a part; a part without the fields keeps its own. @param {Phase} phase @param {FormData} form @returns {Phase} */
export function withRules(phase, form) {
  if (!form.has("entry")) return phase;
  const minutes = Number(form.get("seat_minutes"));
  return {
    ...phase,
    entry: /** @type {EntryRule | null} */ (form.get("entry") || null),
    exit_rule: /** @type {ExitRule | null} */ (form.get("exit_rule") || null),
    order: /** @type {QueueOrder | null} */ (form.get("order") || null),
    seat_minutes: minutes || null,
  };
}
