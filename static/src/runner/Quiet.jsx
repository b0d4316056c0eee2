import { Bowl } from "../shared/bowl/Bowl.jsx";
import { BowlNames } from "../shared/bowl/BowlNames.jsx";
import { backWords, isBreak } from "../shared/time/break.js";
import { _ } from "../shared/i18n/i18n.js";
import { ActionFooter } from "../phone/frame/ActionFooter.jsx";
import { Next } from "./Next.jsx";

/** Nobody is on the way: who speaks, and who comes next. @param {{slices: import("../wire").RunnerSlices}} props */
export function Quiet({ slices: { session, clock, bowl, runner } }) {
  return (
    <>
      <main class="phone-main">
        <h1 class="question" tabIndex={-1}>
          {titleOf(session.state, clock)}
        </h1>
        <div class="pool phone-pool">
          <Bowl small chairs={bowl.chairs} clock={clock} limitMs={session.seat_limit_ms} />
        </div>
        <BowlNames chairs={bowl.chairs} />
        <Next runner={runner} />
      </main>
      <ActionFooter>
        <p>{_("When somebody is called, you read it here.")}</p>
      </ActionFooter>
    </>
  );
}

/** @param {import("../wire").ClockState} state @param {import("../wire").ClockSlice} clock */
function titleOf(state, clock) {
  if (state === "lobby") return _("It has not started yet.");
  if (isBreak(clock)) return _("Break. {back}.", { back: backWords(clock) });
  return state === "paused" ? _("Paused for a moment.") : _("Nobody is on the way.");
}
