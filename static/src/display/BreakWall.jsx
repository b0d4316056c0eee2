import { backWords, breakLeftMs } from "../shared/time/break.js";
import { formatLeft } from "../shared/time/clock.js";
import { useNow } from "../shared/ui/hooks.js";
import { _ } from "../shared/i18n/i18n.js";
import { PartRipples } from "./PartRipples.jsx";
import { SessionClock } from "./StageClock.jsx";
import { Wall } from "./Wall.jsx";

/** The room rests: until when, and how long that is. @param {import("../wire").DisplaySlices} props */
export function BreakWall({ session, clock, run }) {
  const atMs = useNow();
  const isOver = breakLeftMs(clock, atMs) === 0;
  return (
    <Wall screen="part" event={session.event}>
      <PartRipples />
      <div class="pairs-words">
        <p>{_("Break")}</p>
        <h1 class="question">{backWords(clock)}</h1>
      </div>
      {isOver ? (
        <p class="pairs-front" role="status">
          {_("We go on in a moment.")}
        </p>
      ) : (
        <p class="part-clock" role="timer">
          <b>{formatLeft(breakLeftMs(clock, atMs))}</b>
          <span>{_("until we go on")}</span>
        </p>
      )}
      <SessionClock clock={clock} run={run} />
    </Wall>
  );
}
