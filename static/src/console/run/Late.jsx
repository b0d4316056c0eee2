import { Icon } from "../../shared/ui/Icon.jsx";
import { formatClock, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _ } from "../../shared/i18n/i18n.js";
import { lateMs } from "../../shared/method/run-of-show.js";
import { may } from "../desk/rights.js";

/** From here on it is worth a word: less is breathing. */
const LATE_MS = 60_000;

/**
 * When phases took longer or shorter than planned, the facilitator says where the time comes from
 * or goes to. Nothing is decided silently.
 *
 * @param {{desk: import("../desk/desk.js").Desk}} props
 */
export function Late({ desk }) {
  useNow();
  const { clock, run } = desk.slices;
  const ms = lateMs(run, clock.planned_ms, runningMs(clock));
  // One pill at a time: a hint comes first, because it can be waved away.
  if (desk.nudge || !may(desk.slices, "rebalance_run")) return null;
  if (clock.state !== "running" || run.phases.length < 2 || Math.abs(ms) < LATE_MS) return null;
  const time = formatClock(ms);
  return (
    <section class={`late${ms > 0 ? "" : " is-early"}`} aria-label={_("Time and plan")}>
      <Icon name="clock" />
      <p>{ms > 0 ? _("{time} later than planned", { time }) : _("{time} to spare", { time })}</p>
      <div class="late-ways">
        {ways(run, ms).map(({ how, label }) => (
          <button
            key={how}
            type="button"
            class="button button-small"
            onClick={() => desk.send({ do: "rebalance_run", how, ms: Math.round(ms / 1000) * 1000 })}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}

/**
 * Where time can come from, or go to: only to phases that are there.
 *
 * @param {import("../../wire").RunSlice} run
 * @param {number} ms
 */
export function ways(run, ms) {
  const ahead = run.phases.slice(run.index);
  const hasBowl = ahead.some(({ kind }) => kind === "bowl");
  const hasEnd = ahead.slice(1).some(({ kind }) => kind !== "bowl");
  /** @type {{how: import("../../wire").RebalanceHow, label: string, fits: boolean}[]} */
  const all = [
    { how: "bowl", label: ms > 0 ? _("From the bowl") : _("To the bowl"), fits: hasBowl },
    { how: "closing", label: ms > 0 ? _("From the closing") : _("To the closing"), fits: hasEnd },
    { how: "later", label: ms > 0 ? _("End later") : _("End earlier"), fits: true },
  ];
  return all.filter(({ fits }) => fits);
}
