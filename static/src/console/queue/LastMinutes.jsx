import { formatLeft, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";

/**
 * @import {ConsoleSlices} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

const MINUTE_MS = 60_000;

/** Whether people can still ask for a chair, until when, and the way to change that by hand. @param {{desk: Desk}} props */
export function LastMinutes({ desk }) {
  useNow();
  const { run, figures, session } = desk.slices;
  if (session.state === "closed") return null;
  return (
    <div class="run-last">
      <h3>{_("Last minutes")}</h3>
      <p class="hint" role="status">
        {queueWords(desk.slices)}
        {figures.points > 0 && ` ${n_("One written point.", "{n} written points.", figures.points)}`}
      </p>
      <ActionButton
        desk={desk}
        action="queue_door"
        label={run.queue_closed ? _("Open the queue again") : _("Close the queue now")}
      />
    </div>
  );
}

/** Whether people can still ask. @param {ConsoleSlices} slices */
export function queueWords({ run, session, clock }) {
  if (run.queue_closed) return _("The queue is closed. People already in it may still be called.");
  if (run.opened_by_hand) return _("The queue is open, and stays open until you close it.");
  if (!session.last_ms) return _("The queue is open until the end.");
  if (run.last_run_ms !== null && clock.state !== "lobby") {
    const time = formatLeft(Math.max(0, run.last_run_ms - runningMs(clock)));
    return _("The queue is open. It closes in {time}.", { time });
  }
  const n = Math.round(session.last_ms / MINUTE_MS);
  return n_("The queue closes one minute before the talk ends.", "The queue closes {n} minutes before the talk ends.", n);
}
