import { formatLeft, formatMinutes, runningMs } from "../shared/time/clock.js";
import { useNow } from "../shared/ui/hooks.js";
import { _, fill } from "../shared/i18n/i18n.js";
import { sizeByLength } from "../shared/ui/short-names.js";
import { closingOf, openingOf, titleOf } from "../shared/method/phase-prompts.js";
import { usePairStep } from "../shared/method/pair-share-bell.js";
import { currentPhase } from "../shared/method/run-of-show.js";
import { SessionClock } from "./StageClock.jsx";
import { arc } from "./rings.js";
import { Wall } from "./Wall.jsx";

/**
 * @import {DisplaySlices, PairStepView} from "../wire"
 */

const CENTRES = [430, 1490];
const Y = 610;
const RINGS = [70, 112, 158]; // around a voice, above its name
const WAVES = [235, 325, 420, 520]; // beyond, only to the side: nothing is written there
const LONG = 5; // signs of a time that is set smaller

/** Two ripples meet at the clock; coral marks the voice that talks. @param {DisplaySlices} props */
export function PairShare({ session, clock, run }) {
  const runMs = runningMs(clock, useNow());
  const step = usePairStep(run, clock);
  const phase = currentPhase(run);
  if (!step || !phase) return null;
  const leftMs = step.to_run_ms === null ? 0 : Math.max(0, step.to_run_ms - runMs);
  const prompt = step.step === "recall" ? closingOf(phase) || _("Thank you.") : openingOf(phase) || titleOf(phase);
  return (
    <Wall screen="pairs" event={session.event}>
      <Ripples step={step.step} />
      <div class="pairs-words">
        <p>{CALLS[step.step]()}</p>
        <h1 class="question" data-size={sizeByLength(prompt, [60, 105, 170])}>
          <bdi>{prompt}</bdi>
        </h1>
      </div>
      {step.step === "recall" ? (
        <p class="pairs-front">{_("Back to the front")}</p>
      ) : (
        <p class="pairs-clock" role="timer" data-long={formatLeft(leftMs).length >= LONG || undefined}>
          {formatLeft(leftMs)}
        </p>
      )}
      <Voice side="first" step={step.step} name={_("First voice")} />
      <Voice side="second" step={step.step} name={_("Second voice")} />
      <Halves steps={run.steps} step={step} runMs={runMs} leftMs={leftMs} />
      <SessionClock clock={clock} run={run} />
    </Wall>
  );
}

/** @type {Record<import("../wire").PairStepName, () => string>} */
const CALLS = {
  think: () => _("First a moment of silence, everybody alone"),
  first: () => _("Turn to the person next to you"),
  second: () => _("Swap: now the second voice"),
  recall: () => _("Time is up"),
};

/** @param {{side: "first" | "second", step: import("../wire").PairStepName, name: string}} props */
function Voice({ side, step, name }) {
  if (step === "recall") return null;
  return (
    <p class={`pairs-voice is-${side}`}>
      {name}
      <span>{step === "think" ? _("thinks") : step === side ? _("talking now") : _("listens")}</span>
    </p>
  );
}

/** @param {{steps: PairStepView[], step: PairStepView, runMs: number, leftMs: number}} props */
function Halves({ steps, step, runMs, leftMs }) {
  const second = steps[2];
  const then = formatMinutes((second.to_run_ms ?? 0) - second.from_run_ms);
  const time = <b>{formatLeft(leftMs)}</b>;
  return (
    <div class="pairs-halves">
      {steps.slice(1, 3).map((half) => (
        <span key={half.step} class="pairs-bar">
          <i style={{ "--done": `${doneShare(half, runMs) * 100}%` }} />
        </span>
      ))}
      <p>
        {step.step === "think" && fill(_("First voice in {time}"), { time })}
        {step.step === "first" && fill(_("Swap in {time}"), { time })}
      </p>
      <p>
        {step.step === "first" && _("Then {minutes} more", { minutes: then })}
        {step.step === "second" && fill(_("Back to the front in {time}"), { time })}
      </p>
    </div>
  );
}

/** @param {PairStepView} step @param {number} runMs */
function doneShare({ from_run_ms: from, to_run_ms: to }, runMs) {
  if (to === null || to <= from) return runMs >= from ? 1 : 0;
  return Math.min(1, Math.max(0, (runMs - from) / (to - from)));
}

/** @param {{step: import("../wire").PairStepName}} props */
function Ripples({ step }) {
  return (
    <svg class="pairs-ripples" viewBox="0 0 1920 1080" aria-hidden="true">
      {CENTRES.map((x, side) => [
        ...RINGS.map((r, place) => (
          <circle key={`${x} ${r}`} class={`pairs-ring is-${place}`} cx={x} cy={Y} r={r} />
        )),
        ...WAVES.map((r, place) => (
          <path key={`${x} ${r}`} class={`pairs-ring is-${place + 2}`} d={arc(x, Y, r, side ? 0 : 180, 28)} />
        )),
        <Dot key={x} x={x} talks={step === (side ? "second" : "first")} />,
      ])}
    </svg>
  );
}

/** @param {{x: number, talks: boolean}} props */
function Dot({ x, talks }) {
  return (
    <g class={talks ? "pairs-dot is-talking" : "pairs-dot"}>
      <circle cx={x} cy={Y} r="34" />
      {talks && <circle class="pairs-dot-ring" cx={x} cy={Y} r="46" />}
    </g>
  );
}
