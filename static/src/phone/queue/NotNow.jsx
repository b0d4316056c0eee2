import { formatLeft, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, fill, n_, nameOf } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";
import { behindMe } from "./place.js";

/** @typedef {import("../../wire").MyRequest} MyRequest */

const MINUTES = [5, 10];

/** Not just now: rest for some minutes, or let somebody else go first. @param {{request: MyRequest}} props */
export function NotNow({ request }) {
  const { slices, act } = usePhone();
  const own = request.request;
  if (request.snoozed_until_run_ms !== null) return <Rests own={own} until={request.snoozed_until_run_ms} />;
  const behind = behindMe(slices.queue, request.listed);
  const canRest = slices.clock.state === "running" || slices.clock.state === "paused";
  if (!canRest && !behind.length) return null;
  return (
    <details class="not-now">
      <summary>{_("Not just now?")}</summary>
      <div class="not-now-ways">
        {canRest &&
          MINUTES.map((minutes) => (
            <button
              key={minutes}
              class="button"
              onClick={() => act({ do: "snooze_request", request: own, minutes })}
            >
              {n_("In {n} minute", "In {n} minutes", minutes)}
            </button>
          ))}
        {behind.map(({ request: to, label }) => (
          <button key={to} class="button" onClick={() => act({ do: "give_place", request: own, to })}>
            <span>
              {label
                ? fill(_("Give my place to {name}"), { name: <bdi key="name">{nameOf(label)}</bdi> })
                : _("Let the next behind me go first")}
            </span>
          </button>
        ))}
      </div>
      <p class="field-hint">{_("You keep your place, or swap places with the next person.")}</p>
    </details>
  );
}

/** Resting: others go first until then. @param {{own: number, until: number}} props */
function Rests({ own, until }) {
  useNow();
  const { slices, act } = usePhone();
  const left = formatLeft(Math.max(0, until - runningMs(slices.clock)));
  return (
    <div class="rests">
      <p>{_("You rest for {left}. Your place is kept.", { left })}</p>
      <button class="button" onClick={() => act({ do: "snooze_request", request: own, minutes: 0 })}>
        {_("I am back")}
      </button>
    </div>
  );
}
