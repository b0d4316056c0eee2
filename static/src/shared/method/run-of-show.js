/** Where the run of show has come to: worked out from the slice and the session clock; pure. */

/**
 * @import {Phase, PairStepView, RunSlice} from "../../wire"
 * @typedef {"done" | "now" | "ahead"} PartState
 * @typedef {{phase: Phase, index: number, state: PartState, ranMs: number, overMs: number}} Part
 */

/** The phase that goes on; `null` before the start. @param {RunSlice} run */
export function currentPhase(run) {
  return run.phases[run.index] ?? null;
}

/**
 * All phases with the time that each has taken so far.
 *
 * @param {RunSlice} run
 * @param {number} runMs the session clock now
 * @returns {Part[]}
 */
export function parts(run, runMs) {
  return run.phases.map((phase, index) => {
    const began = run.began_run_ms[index];
    if (index > run.index || began === undefined) {
      return { phase, index, state: "ahead", ranMs: 0, overMs: 0 };
    }
    const ranMs = Math.max(0, (run.began_run_ms[index + 1] ?? runMs) - began);
    const state = index === run.index ? "now" : "done";
    return { phase, index, state, ranMs, overMs: ranMs - phase.planned_ms };
  });
}

/** How much of the current phase is left; negative when it is over. @param {RunSlice} run @param {number} runMs */
export function phaseLeftMs(run, runMs) {
  const phase = currentPhase(run);
  if (!phase) return 0;
  return run.began_run_ms[run.index] + phase.planned_ms - runMs;
}

/**
 * By how much the run would end later than planned as things stand; negative if earlier.
 *
 * @param {RunSlice} run
 * @param {number} plannedMs the planned length of the session
 * @param {number} runMs
 */
export function lateMs(run, plannedMs, runMs) {
  const phase = currentPhase(run);
  if (!phase) return 0;
  const rest = run.phases.slice(run.index + 1).reduce((sum, { planned_ms }) => sum + planned_ms, 0);
  const end = run.began_run_ms[run.index] + phase.planned_ms;
  return Math.max(end, runMs) + rest - plannedMs;
}

/** The step of a pair share that goes on. @param {RunSlice} run @param {number} runMs @returns {PairStepView | null} */
export function pairStep(run, runMs) {
  const begun = run.steps.filter((step) => runMs >= step.from_run_ms);
  return begun[begun.length - 1] ?? run.steps[0] ?? null;
}
