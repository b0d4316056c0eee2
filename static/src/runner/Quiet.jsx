import { Bowl } from "../components/Bowl.jsx";
import { BowlNames } from "../components/BowlNames.jsx";
import { backWords, isBreak } from "../lib/break.js";
import { _ } from "../lib/i18n.js";
import { Rim } from "../phone/frame/Rim.jsx";
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
      <Rim>
        <p>{_("When somebody is called, you read it here.")}</p>
      </Rim>
    </>
  );
}

/** @param {import("../wire").ClockState} state @param {import("../wire").ClockSlice} clock */
function titleOf(state, clock) {
  if (state === "lobby") return _("It has not started yet.");
  if (isBreak(clock)) return _("Break. {back}.", { back: backWords(clock) });
  return state === "paused" ? _("Paused for a moment.") : _("Nobody is on the way.");
}
