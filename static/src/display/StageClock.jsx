import { formatClock, formatLeft, leftMs, runningMs } from "../lib/clock.js";
import { useNow } from "../lib/hooks.js";
import { _ } from "../lib/i18n.js";
import { titleOf } from "../lib/prompts.js";
import { currentPhase, phaseLeftMs } from "../lib/run.js";

/**
 * What is left of this part, or by how much it is over; never a lock. A run of one part is simply
 * the session.
 *
 * @param {{clock: import("../wire").ClockSlice, run: import("../wire").RunSlice}} props
 */
export function StageClock({ clock, run }) {
  const now = useNow();
  const phase = run.phases.length > 1 ? currentPhase(run) : null;
  const left = phase ? phaseLeftMs(run, runningMs(clock, now)) : leftMs(clock, now);
  const over = left < 0;
  return (
    <p class="stage-clock" role="timer" data-over={over || undefined}>
      <b>{over ? formatClock(left) : formatLeft(left)}</b>
      <span>
        {leftWords(over, clock.state === "paused", phase !== null)}
        {phase && <bdi>{titleOf(phase)}</bdi>}
      </span>
    </p>
  );
}

/** What the number says; the name of the part stands in the next line. @param {boolean} over @param {boolean} paused @param {boolean} named */
function leftWords(over, paused, named) {
  if (over) return named ? _("over in") : _("over");
  if (paused) return _("left, paused");
  return named ? _("left in") : _("left");
}
