import { formatClock, formatMinutes, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/**
 * The own seated time and its limit, with a sentence when it is exceeded.
 *
 * @param {{turn: import("../../wire").MyTurn}} props
 */
export function OwnTime({ turn }) {
  const { session, clock } = usePhone().slices;
  useNow(1000);
  const seated = Math.max(0, runningMs(clock) - turn.began_run_ms);
  const over = seated - session.seat_limit_ms;
  const part = Math.min(100, (100 * seated) / session.seat_limit_ms);
  return (
    <div class={over > 0 ? "own-time is-over" : "own-time"} role="timer">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        {[56, 66, 78, 92, 108].map((radius) => (
          <circle key={radius} class="own-time-ripple" cx="50" cy="50" r={radius} />
        ))}
        <circle class="own-time-track" cx="50" cy="50" r="46" />
        <circle
          class="own-time-fill"
          cx="50"
          cy="50"
          r="46"
          pathLength={100}
          stroke-dasharray={over > 0 ? undefined : `${part} 100`}
        />
      </svg>
      <span>{_("Your time")}</span>
      <b>{formatClock(seated)}</b>
      <span>
        {over > 0
          ? _("{time} over", { time: formatClock(over) })
          : _("of about {minutes}", { minutes: formatMinutes(session.seat_limit_ms) })}
      </span>
    </div>
  );
}
