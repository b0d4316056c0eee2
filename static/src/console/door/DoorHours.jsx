import { useNow } from "../../shared/ui/hooks.js";
import { doorsAt, formatDay, formatTime, sameDay } from "../../shared/time/hours.js";
import { _ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/**
 * @import {Desk} from "../desk/desk.js"
 * @import {SessionSlice} from "../../wire"
 */

const SELDOM_MS = 60_000;

/** From when and until when phones may join, and the way to open now. @param {{desk: Desk}} props */
export function DoorHours({ desk }) {
  const { session } = desk.slices;
  const now = useNow(session.opens_at_ms || session.closes_at_ms ? 1000 : SELDOM_MS);
  const doors = doorsAt(session, now);
  if (doors === "open" && !session.closes_at_ms) return null;
  return (
    <div class="door-hours" data-doors={doors}>
      <p>{hoursText(session, doors, now)}</p>
      {doors !== "open" && may(desk.slices, "change_settings") && (
        <button
          type="button"
          class="button button-small"
          onClick={() =>
            desk.send(
              doors === "early"
                ? { do: "change_settings", opens_at_ms: 0 }
                : { do: "change_settings", closes_at_ms: 0 },
            )
          }
        >
          {doors === "early" ? _("Open the doors now") : _("Open the doors again")}
        </button>
      )}
    </div>
  );
}

/** @param {SessionSlice} session @param {import("../../shared/time/hours.js").Doors} doors @param {number} now */
function hoursText(session, doors, now) {
  const at = doors === "early" ? session.opens_at_ms : session.closes_at_ms;
  const params = { time: formatTime(at), day: formatDay(at) };
  const today = sameDay(at, now);
  if (doors === "early") {
    return today
      ? _("Phones may join from {time} on.", params)
      : _("Phones may join from {time} on {day}.", params);
  }
  if (doors === "late") return _("The doors have closed: no phone may join any more.");
  return today
    ? _("Phones may join until {time}.", params)
    : _("Phones may join until {time} on {day}.", params);
}
