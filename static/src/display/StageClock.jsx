import { formatClock, formatLeft, leftMs, runningMs } from "../shared/time/clock.js";
import { useNow } from "../shared/ui/hooks.js";
import { _, fill } from "../shared/i18n/i18n.js";
import { titleOf } from "../shared/method/phase-prompts.js";
import { currentPhase, phaseLeftMs } from "../shared/method/run-of-show.js";

/** @import {ClockSlice, RunSlice, VoteSlice} from "../wire" */

/**
 * The wall's clocks, each with its name: what the room waits for now is large, the session small.
 * That is a vote which ends by itself, else this part; a run of one part is simply the session.
 * Over time is told, never a lock.
 *
 * @param {{clock: ClockSlice, run: RunSlice, vote?: VoteSlice}} props
 */
export function StageClock({ clock, run, vote }) {
  const now = useNow();
  const isPaused = clock.state === "paused";
  const goesOn = clock.state === "running" || isPaused;
  const phase = goesOn && run.phases.length > 1 ? currentPhase(run) : null;
  const times = [
    vote?.open && vote.closes_at_ms !== null && { left: vote.closes_at_ms - now, words: wordsFor(_("Vote"), false) },
    phase && { left: phaseLeftMs(run, runningMs(clock, now)), words: wordsFor(<bdi>{titleOf(phase)}</bdi>, isPaused) },
    goesOn && { left: leftMs(clock, now), words: wordsFor(_("Session"), isPaused && !phase) },
  ];
  const [large, ...small] = times.filter((time) => time !== false && time !== null && time !== undefined);
  if (!large) return null;
  return (
    <div class="stage-clock">
      <p role="timer" data-over={large.left < 0 || undefined}>
        <b>{faceOf(large.left)}</b>
        <span>{large.words(large.left < 0)}</span>
      </p>
      {small.slice(-1).map(({ left, words }) => (
        <p key="session" class="stage-clock-small" role="timer" data-over={left < 0 || undefined}>
          <span>{words(left < 0)}</span> <b>{faceOf(left)}</b>
        </p>
      ))}
    </div>
  );
}

/**
 * The session's clock alone, small, where the part has a large one of its own.
 *
 * @param {{clock: ClockSlice, run: RunSlice}} props
 */
export function SessionClock({ clock, run }) {
  const left = leftMs(clock, useNow());
  const isPaused = clock.state === "paused";
  if (run.phases.length < 2 || !(isPaused || clock.state === "running")) return null;
  return (
    <div class="stage-clock">
      <p class="stage-clock-small" role="timer" data-over={left < 0 || undefined}>
        <span>{wordsFor(_("Session"), isPaused)(left < 0)}</span> <b>{faceOf(left)}</b>
      </p>
    </div>
  );
}

/** @param {number} left */
function faceOf(left) {
  return left < 0 ? formatClock(left) : formatLeft(left);
}

/** @typedef {(over: boolean) => import("preact").ComponentChildren} Words */

/** @param {import("preact").ComponentChildren} name @param {boolean} isPaused @returns {Words} */
function wordsFor(name, isPaused) {
  return (over) => {
    if (over) return fill(_("{name}: over by"), { name });
    return fill(isPaused ? _("{name}: paused") : _("{name}: time left"), { name });
  };
}
