import { formatClock, runningMs } from "../lib/clock.js";
import { useNow } from "../lib/hooks.js";
import { _ } from "../lib/i18n.js";

const MINUTE_MS = 60_000;

/** How far the session has come: one part for now. @param {{clock: import("../wire").ClockSlice}} props */
export function RunOfShow({ clock }) {
  useNow();
  const ran = runningMs(clock);
  const minutes = Math.round(clock.planned_ms / MINUTE_MS);
  const share = Math.min(1, ran / clock.planned_ms);
  return (
    <section class="run-of-show" aria-label={_("Run of show")}>
      <ol>
        <li aria-current={clock.state === "running" ? "step" : undefined}>
          <div class={`part-bar${ran > clock.planned_ms ? " is-over" : ""}`}>
            <i style={{ "--done": `${share * 100}%` }} />
          </div>
          <p>
            <b>{_("Open fishbowl")}</b>
            <span>{partWords(clock, ran, minutes)}</span>
          </p>
        </li>
      </ol>
    </section>
  );
}

/** @param {import("../wire").ClockSlice} clock @param {number} ran @param {number} minutes */
function partWords(clock, ran, minutes) {
  if (clock.state === "lobby") return _("not started, {minutes} min planned", { minutes });
  const time = formatClock(ran);
  if (clock.state === "closed") return _("done, {time}", { time });
  return _("{time} of {minutes} min", { time, minutes });
}
