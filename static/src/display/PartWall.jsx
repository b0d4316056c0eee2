import { formatClock, formatLeft, runningMs } from "../shared/time/clock.js";
import { useNow } from "../shared/ui/hooks.js";
import { _ } from "../shared/i18n/i18n.js";
import { sizeByLength } from "../shared/ui/short-names.js";
import { openingOf, titleOf } from "../shared/method/phase-prompts.js";
import { currentPhase, phaseLeftMs } from "../shared/method/run-of-show.js";
import { PartRipples } from "./PartRipples.jsx";
import { SessionClock } from "./StageClock.jsx";
import { Wall } from "./Wall.jsx";

const LONG = 6; // signs of a time that is set smaller

/** A part outside the bowl: what it is, what to do, and how long. @param {import("../wire").DisplaySlices} props */
export function PartWall({ session, clock, run }) {
  const phase = currentPhase(run);
  const leftMs = phaseLeftMs(run, runningMs(clock, useNow()));
  if (!phase) return null;
  const prompt = openingOf(phase) || session.question;
  const over = leftMs < 0;
  const time = over ? formatClock(leftMs) : formatLeft(leftMs);
  return (
    <Wall screen="part" event={session.event}>
      <PartRipples />
      <div class="pairs-words">
        <p>
          <bdi>{titleOf(phase)}</bdi>
        </p>
        <h1 class="question" data-size={sizeByLength(prompt, [60, 105, 170])}>
          <bdi>{prompt}</bdi>
        </h1>
      </div>
      <p class="part-clock" role="timer" data-over={over || undefined}>
        <b data-long={time.length >= LONG || undefined}>{time}</b>
        <span>{over ? _("over") : session.state === "paused" ? _("time left, paused") : _("time left")}</span>
      </p>
      <SessionClock clock={clock} run={run} />
    </Wall>
  );
}
