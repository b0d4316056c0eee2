import { isBreak } from "../../shared/time/break.js";
import { formatLeft, leftMs, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, fill } from "../../shared/i18n/i18n.js";
import { titleOf } from "../../shared/method/phase-prompts.js";
import { currentPhase, phaseLeftMs } from "../../shared/method/run-of-show.js";

/** @import {ClockSlice, RunSlice} from "../../wire" */

/**
 * What is left, as on the wall: this part large, the session small, each with its name.
 *
 * @param {{clock: ClockSlice, run: RunSlice}} props
 */
export function TimeLeft({ clock, run }) {
  useNow();
  if (clock.state === "closed") return <div class="time-left">{_("Ended")}</div>;
  const isPaused = clock.state === "paused";
  const phase = clock.state !== "lobby" && run.phases.length > 1 ? currentPhase(run) : null;
  const left = phase ? phaseLeftMs(run, runningMs(clock)) : leftMs(clock);
  const name = phase ? titleOf(phase) : _("Session");
  return (
    <div class={left < 0 ? "time-left is-over" : "time-left"}>
      <span class="time-names">
        <span>
          <bdi>{name}</bdi> {left < 0 ? _("over") : isPaused && (isBreak(clock) ? _("break") : _("paused"))}
        </span>
        {phase && <SessionLeft clock={clock} />}
      </span>
      <b role="timer" aria-label={spokenName(name, left)}>
        {formatLeft(left)}
      </b>
    </div>
  );
}

/** @param {{clock: ClockSlice}} props */
function SessionLeft({ clock }) {
  const left = leftMs(clock);
  const time = (
    <span class="time-session" role="timer" aria-label={spokenName(_("Session"), left)}>
      {formatLeft(left)}
    </span>
  );
  return <span data-over={left < 0 || undefined}>{fill(left < 0 ? _("Session {time} over") : _("Session {time}"), { time })}</span>;
}

/** What a clock tells to who does not see it. @param {string} name @param {number} left */
function spokenName(name, left) {
  return left < 0 ? _("{name}: over by", { name }) : _("{name}: time left", { name });
}
