import { formatClock, formatLeft, leftMs } from "../lib/clock.js";
import { useNow } from "../lib/hooks.js";
import { _ } from "../lib/i18n.js";

/**
 * What is left, or by how much it is over; never a lock.
 *
 * @param {{clock: import("../wire").ClockSlice}} props
 */
export function StageClock({ clock }) {
  const left = leftMs(clock, useNow());
  const over = left < 0;
  return (
    <p class="stage-clock" role="timer" data-over={over || undefined}>
      <b>{over ? formatClock(left) : formatLeft(left)}</b>
      <span>{over ? _("over") : clock.state === "paused" ? _("left, paused") : _("left")}</span>
    </p>
  );
}
