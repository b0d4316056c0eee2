import { formatLeft } from "./clock.js";
import { useNow } from "../ui/hooks.js";
import { _, fill } from "../i18n/i18n.js";

/**
 * How long a vote is still open, where it was given a length.
 *
 * @param {{asked: {open: boolean, closes_at_ms: number | null}}} props
 */
export function TimeToClose({ asked }) {
  const now = useNow();
  if (!asked.open || asked.closes_at_ms === null) return null;
  const time = formatLeft(Math.max(0, asked.closes_at_ms - now));
  return <span class="time-to-close">{fill(_("{time} left"), { time: <b role="timer">{time}</b> })}</span>;
}
