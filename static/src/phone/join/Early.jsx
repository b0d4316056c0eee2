import { formatDay, formatTime, sameDay } from "../../shared/time/hours.js";
import { nowMs } from "../../shared/time/clock.js";
import { _ } from "../../shared/i18n/i18n.js";
import { StillWater } from "../frame/StillWater.jsx";
import { Welcome } from "./Welcome.jsx";

/** @typedef {import("../../wire").SessionSlice} SessionSlice */

/** Before the doors open: when they do. The page opens by itself. @param {{session: SessionSlice}} props */
export function Early({ session }) {
  const { opens_at_ms: opens, starts_at_ms: starts } = session;
  return (
    <main class="phone-main">
      <Welcome session={session} />
      <p class="lead">{opensAt(opens)}</p>
      {starts > nowMs() && <p>{beginsAt(starts)}</p>}
      <p>{_("You are early. This page opens by itself, or come back then.")}</p>
      <StillWater />
    </main>
  );
}

/** @param {number} at */
function opensAt(at) {
  const params = { time: formatTime(at), day: formatDay(at) };
  return sameDay(at, nowMs())
    ? _("The doors open at {time}.", params)
    : _("The doors open on {day} at {time}.", params);
}

/** @param {number} at */
function beginsAt(at) {
  const params = { time: formatTime(at), day: formatDay(at) };
  return sameDay(at, nowMs())
    ? _("It begins at {time}.", params)
    : _("It begins on {day} at {time}.", params);
}
