import { useEffect, useState } from "preact/hooks";
import { _, listed, n_ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/** @typedef {import("../desk/desk.js").Desk} Desk */

const EACH_MAX = 60;

/** Who signed up to tell what they bring back, and the round that is planned from it. @param {{desk: Desk}} props */
export function Round({ desk }) {
  const { round, looking_back } = desk.slices;
  const [minutes, setMinutes] = useState(round.minutes);
  useEffect(() => setMinutes(round.minutes), [round.minutes]);
  if (!round.open || (round.still === 0 && looking_back.tellers > 0)) return null;
  /** @param {SubmitEvent} event */
  const plan = (event) => {
    event.preventDefault();
    if (minutes >= 1) desk.send({ do: "plan_round", minutes });
  };
  return (
    <section class="suggestions round" aria-label={_("Who tells")}>
      <h2>
        {_("Who tells")} <span>{round.still || ""}</span>
      </h2>
      {round.still === 0 ? (
        <p class="hint">{_("Phones ask who was where. Whoever signs up is listed here, and you plan the round from it.")}</p>
      ) : (
        <>
          <p class="hint">
            {n_("{n} person tells, from {places}.", "{n} people tell, from {places}.", round.still, {
              places: listed(round.origins),
            })}{" "}
            {round.missing === 0 && _("All of them are in the queue.")}
          </p>
          {may(desk.slices, "plan_round") && (
            <form class="rail-row" onSubmit={plan}>
              <label class="round-minutes">
                <span>{_("Minutes each")}</span>
                <input
                  class="field-input"
                  type="number"
                  min={1}
                  max={EACH_MAX}
                  value={minutes}
                  onInput={(event) => setMinutes(Math.round(event.currentTarget.valueAsNumber) || 0)}
                />
              </label>
              <button class="button button-small" disabled={minutes < 1}>
                {round.missing > 0 ? _("Plan the round") : _("Plan it again")}
              </button>
              <span class="round-sum">{_("{minutes} min in all", { minutes: minutes * round.still })}</span>
            </form>
          )}
        </>
      )}
    </section>
  );
}
