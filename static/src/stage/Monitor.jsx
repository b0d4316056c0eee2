import { StageClock } from "../display/StageClock.jsx";
import { useFonts } from "../display/names.js";
import { useAwake } from "../shared/device/wake-lock.js";
import { useRoom } from "../shared/ui/hooks.js";
import { _ } from "../shared/i18n/i18n.js";
import { Next } from "./Next.jsx";
import { Seats } from "./Seats.jsx";

/**
 * @import {Room} from "../shared/connection/live.js"
 * @import {StageSlices} from "../wire"
 */

/** The third screen: how long one has sat, who is next, who makes room. @param {{room: Room<"stage">}} props */
export function Monitor({ room }) {
  const { status, slices, refusal } = useRoom(room);
  useAwake();
  useFonts();
  if (status === "refused") return <Message words={REFUSED[refusal ?? ""]?.() ?? REFUSED.facilitator_only()} />;
  if (!isWhole(slices)) return <Message words={_("Connecting…")} />;
  if (slices.session.state === "closed") return <Message words={_("Thank you.")} />;
  return <Live slices={slices} isLost={status === "lost"} />;
}

/** Why this screen shows nothing. @type {Record<string, () => string>} */
const REFUSED = {
  session_unknown: () => _("No session has this code. Check the address."),
  link_revoked: () => _("This link no longer works."),
  facilitator_only: () => _("Open the stage monitor from the console, or by its link."),
};

/** @param {{slices: StageSlices, isLost: boolean}} props */
function Live({ slices, isLost }) {
  const { session, clock, run, topics, shown } = slices;
  const topic = topics.topics.find((one) => one.state === "current");
  return (
    <main class="monitor on-water">
      <header class="monitor-head">
        <h1 class="monitor-about">
          <bdi>{shown.question?.words ?? topic?.title ?? session.question}</bdi>
          {(shown.question || topic) && <small>{shown.question ? _("A question from the room") : _("On the table")}</small>}
        </h1>
        <StageClock clock={clock} run={run} />
      </header>
      <Seats slices={slices} />
      <Next slices={slices} />
      <p class="monitor-state" role="status">
        {stateOf(slices, isLost)}
      </p>
    </main>
  );
}

/** @param {StageSlices} slices @param {boolean} isLost */
function stateOf({ session, run }, isLost) {
  if (isLost) return _("Reconnecting… this is how it was a moment ago.");
  if (session.state === "lobby") return _("It has not started yet.");
  if (session.state === "paused") return _("Paused. The clocks are stopped.");
  return run.queue_closed ? _("The last minutes: the queue is closed.") : "";
}

/** @param {{words: string}} props */
function Message({ words }) {
  return (
    <main class="monitor on-water monitor-message">
      <h1>{words}</h1>
    </main>
  );
}

/** Whether the first view is there: it comes whole. @param {Partial<StageSlices>} slices @returns {slices is StageSlices} */
function isWhole(slices) {
  return slices.stage !== undefined;
}
