import { useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { wakeBell } from "../../shared/device/bell.js";
import { backWords, breakLeftWords, isBreak } from "../../shared/time/break.js";
import { formatLeft, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, fill } from "../../shared/i18n/i18n.js";
import { closingOf, openingOf, titleOf } from "../../shared/method/phase-prompts.js";
import { useBell, usePairStep } from "../../shared/method/pair-share-bell.js";
import { currentPhase, phaseLeftMs } from "../../shared/method/run-of-show.js";
import { usePhone } from "../phone.js";
import { useSaid } from "../frame/screen.js";

/** What the room does now, and for how long; nothing where the run is simply the session. */
export function PhaseLine() {
  const { run, clock } = usePhone().slices;
  const now = useNow();
  const phase = currentPhase(run);
  if (isBreak(clock)) return <BreakLine clock={clock} atMs={now} />;
  if (!phase || run.phases.length < 2) return null;
  if (phase.kind === "pair_share") return <PairCard />;
  const left = phaseLeftMs(run, runningMs(clock, now));
  const words = phase.kind === "bowl" ? "" : openingOf(phase);
  return (
    <section class="phase-line" aria-label={_("Now")}>
      <p>
        <b>
          <bdi>{titleOf(phase)}</bdi>
        </b>{" "}
        {left > 0 && fill(_("{time} left"), { time: <span>{formatLeft(left)}</span> })}
      </p>
      {words && <p class="phase-prompt">{words}</p>}
    </section>
  );
}

/** The room rests. @param {{clock: import("../../wire").ClockSlice, atMs: number}} props */
function BreakLine({ clock, atMs }) {
  useSaid(_("Break. {back}.", { back: backWords(clock) }));
  return (
    <section class="phase-line" aria-label={_("Now")}>
      <p>
        <b>{backWords(clock)}</b> <span>{breakLeftWords(clock, atMs)}</span>
      </p>
    </section>
  );
}

/** @type {Record<import("../../wire").PairStepName, () => string>} */
const STEPS = {
  think: () => _("Think for yourself"),
  first: () => _("First voice talks"),
  second: () => _("Swap: second voice talks"),
  recall: () => _("Back to the front"),
};

/**
 * A phone is silent in a room, unless its owner wants to hear when time is up.
 *
 * @param {{on: boolean, turn: () => void}} props
 */
function BellSwitch({ on, turn }) {
  return (
    <button type="button" class="bell-switch" aria-pressed={on} onClick={turn}>
      <Icon name="bell" />
      {on ? _("The bell sounds here") : _("Let the bell sound here")}
    </button>
  );
}

/** The pair share, for who sits where the wall cannot be seen. */
function PairCard() {
  const { run, clock } = usePhone().slices;
  const canRing = useBell();
  const [wanted, setWanted] = useState(false);
  const on = wanted && canRing;
  const step = usePairStep(run, clock, on);
  const turn = () => {
    wakeBell();
    setWanted(!on);
  };
  const phase = currentPhase(run);
  const words = step ? STEPS[step.step]() : "";
  useSaid(words);
  if (!step || !phase) return null;
  const left = step.to_run_ms === null ? null : Math.max(0, step.to_run_ms - runningMs(clock));
  const prompt = step.step === "recall" ? closingOf(phase) : openingOf(phase);
  return (
    <section class="pair-card on-water" aria-label={titleOf(phase)}>
      <p class="pair-step">{words}</p>
      {left !== null && <p class="pair-time">{formatLeft(left)}</p>}
      {prompt && <p>{prompt}</p>}
      <BellSwitch on={on} turn={turn} />
    </section>
  );
}
