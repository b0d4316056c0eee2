import { isBreak } from "../lib/break.js";
import { _ } from "../lib/i18n.js";
import { useBell } from "../lib/recall.js";

/**
 * Browsers keep a window silent until somebody has touched it: said in time, while a pair share goes
 * on or comes next, and in a break.
 *
 * @param {import("../wire").DisplaySlices} props
 */
export function SilentBell({ session, clock, run }) {
  const heard = useBell();
  const near = run.phases.slice(Math.max(0, run.index), run.index + 2);
  const isNear = isBreak(clock) || near.some(({ kind }) => kind === "pair_share");
  if (heard || session.state === "closed" || !isNear) return null;
  return <p class="wall-silent">{_("Press a key here once, so that the bell can sound.")}</p>;
}
