import { backWords, breakLeftMs } from "../lib/break.js";
import { formatLeft } from "../lib/clock.js";
import { useNow } from "../lib/hooks.js";
import { _ } from "../lib/i18n.js";
import { Wall } from "./Wall.jsx";

const RADII = [240, 330, 430, 540, 660, 790, 930];

/** The room rests: until when, and how long that is. @param {import("../wire").DisplaySlices} props */
export function BreakWall({ session, clock }) {
  const atMs = useNow();
  const isOver = breakLeftMs(clock, atMs) === 0;
  return (
    <Wall screen="part" event={session.event}>
      <svg class="pairs-ripples" viewBox="0 0 1920 1080" aria-hidden="true">
        {RADII.map((r, place) => (
          <circle key={r} class={`pairs-ring is-${place}`} cx="960" cy="760" r={r} />
        ))}
      </svg>
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
    </Wall>
  );
}
