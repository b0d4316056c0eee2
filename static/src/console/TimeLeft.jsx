import { formatLeft, leftMs } from "../lib/clock.js";
import { isBreak } from "../lib/break.js";
import { useNow } from "../lib/hooks.js";
import { _ } from "../lib/i18n.js";

/** What is left of the session, or how much it is over. @param {{clock: import("../wire").ClockSlice}} props */
export function TimeLeft({ clock }) {
  useNow();
  if (clock.state === "closed") return <div class="time-left">{_("closed")}</div>;
  const left = leftMs(clock);
  const isOver = left < 0;
  return (
    <div
      class={`time-left${isOver ? " is-over" : ""}`}
      role="timer"
      aria-label={isOver ? _("Over time") : _("Time left")}
    >
      {clock.state === "paused" && <span>{isBreak(clock) ? _("break") : _("paused")}</span>}
      <b>{formatLeft(left)}</b>
      {isOver && <span>{_("over")}</span>}
    </div>
  );
}
