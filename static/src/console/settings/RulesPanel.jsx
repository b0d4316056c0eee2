import { _, language, n_ } from "../../shared/i18n/i18n.js";
import { CHAIRS_MAX, CHAIRS_MIN, OPEN_CHAIRS_MAX } from "../../shared/limits.js";
import { ENTRIES, EXITS } from "./rule-words.js";

/**
 * @import {ChairView} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 * @import {RuleWords} from "./rule-words.js"
 */

/** How one gets in, who makes room, how many chairs: everything here holds at once. @param {{desk: Desk}} props */
export function RulesPanel({ desk }) {
  const { rules } = desk.slices;
  return (
    <div class="rail-scroll rules" tabIndex={0} role="group" aria-label={_("Rules of the bowl")}>
      <Chairs desk={desk} />
      <Choice
        title={_("How people get a chair")}
        options={ENTRIES}
        chosen={rules.entry}
        choose={(entry) => desk.send({ do: "change_rules", entry })}
      />
      <Choice
        title={_("Who makes room")}
        options={EXITS}
        chosen={rules.exit_rule}
        choose={(exit_rule) => desk.send({ do: "change_rules", exit_rule })}
      />
      <p class="hint">
        {_("The console names somebody and says why. You may decide otherwise: pick a chair, then S or F.")}
      </p>
    </div>
  );
}

/**
 * A list of which one holds. Buttons, so that no arrow key changes a rule on the way to another.
 *
 * @template {string} T
 * @param {{title: string, options: RuleWords<T>[], chosen: T, choose: (rule: T) => void}} props
 */
function Choice({ title, options, chosen, choose }) {
  return (
    <section class="rule-group" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {options.map(({ rule, name, hint }) => (
          <li key={rule}>
            <button
              type="button"
              class="rule"
              aria-pressed={rule === chosen}
              onClick={() => rule !== chosen && choose(rule)}
            >
              <b>{name()}</b>
              <small>{hint()}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param {{desk: Desk}} props */
function Chairs({ desk }) {
  const { session, bowl } = desk.slices;
  const { chair_count: count, open_chairs } = session;
  return (
    <>
      <section class="rule-group" aria-label={_("Chairs")}>
        <h3>{_("Chairs")}</h3>
        <Stepper
          count={count}
          least={Math.max(CHAIRS_MIN, open_chairs + 1)}
          most={CHAIRS_MAX}
          change={(to) => desk.send({ do: "change_chairs", count: to })}
        />
        {closingWords(bowl.chairs) && <p class="rule-closing">{closingWords(bowl.chairs)}</p>}
        <p class="hint">{keptWords(bowl.chairs)}</p>
      </section>
      <section class="rule-group" aria-label={_("Kept open")}>
        <h3>{_("Kept open")}</h3>
        <Stepper
          count={open_chairs}
          least={0}
          most={Math.min(OPEN_CHAIRS_MAX, count - 1)}
          change={(to) => desk.send({ do: "change_settings", open_chairs: to })}
        />
        <p class="hint">{_("When somebody takes it, the console names who makes room.")}</p>
      </section>
    </>
  );
}

/** A number of chairs, one more or one less. @param {{count: number, least: number, most: number, change: (to: number) => void}} props */
function Stepper({ count, least, most, change }) {
  return (
    <div class="chair-stepper">
      <button
        type="button"
        class="button button-small"
        aria-label={_("One chair less")}
        disabled={count <= least}
        onClick={() => change(count - 1)}
      >
        −
      </button>
      <b role="status">{n_("one chair", "{n} chairs", count)}</b>
      <button
        type="button"
        class="button button-small"
        aria-label={_("One chair more")}
        disabled={count >= most}
        onClick={() => change(count + 1)}
      >
        +
      </button>
    </div>
  );
}

/** Which chairs go away, and when. @param {ChairView[]} chairs */
function closingWords(chairs) {
  const closing = chairs.filter((chair) => chair.closing).map(({ no }) => no);
  if (closing.length === 0) return "";
  return n_(
    "Chair {chairs} closes when it is left. Nobody has to go.",
    "Chairs {chairs} close when they are left. Nobody has to go.",
    closing.length,
    { chairs: listed(closing) },
  );
}

/** Which chairs are kept for whom. @param {ChairView[]} chairs */
function keptWords(chairs) {
  const of = (/** @type {ChairView["kind"]} */ kind) =>
    chairs.filter((one) => one.kind === kind).map(({ no }) => no);
  const [hosts, guests] = [of("host"), of("guest")];
  const kept = [
    hosts.length && n_("Host: chair {chairs}.", "Hosts: chairs {chairs}.", hosts.length, { chairs: listed(hosts) }),
    guests.length &&
      n_("Guest: chair {chairs}.", "Guests: chairs {chairs}.", guests.length, { chairs: listed(guests) }),
  ].filter(Boolean);
  return kept.length
    ? kept.join(" ")
    : _("To keep a chair for a host or a guest, pick it and press Shift and K. No rule ever names who sits there.");
}

/** @param {number[]} numbers */
function listed(numbers) {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(numbers.map(String));
}
