import { Announce } from "../components/Announce.jsx";
import { Bowl } from "../components/Bowl.jsx";
import { useRoom } from "../lib/hooks.js";
import { _ } from "../lib/i18n.js";
import { Bar } from "./Bar.jsx";
import { Closed } from "./Closed.jsx";
import { Late } from "./Late.jsx";
import { NextAction } from "./NextAction.jsx";
import { NoteLine } from "./NoteLine.jsx";
import { NotesTalk } from "./NotesTalk.jsx";
import { Notice } from "./Notice.jsx";
import { Nudge } from "./Nudge.jsx";
import { Panel } from "./Panel.jsx";
import { QueueRail } from "./QueueRail.jsx";
import { RoomSigns } from "./RoomSigns.jsx";
import { RunOfShow } from "./RunOfShow.jsx";
import { SeatBar } from "./SeatBar.jsx";
import { SummaryView } from "./SummaryView.jsx";
import { TopicTime } from "./TopicTime.jsx";
import { TopicsRail } from "./TopicsRail.jsx";
import { WallSign } from "./WallSign.jsx";

/**
 * @import {ChairView} from "../wire"
 * @import {Desk} from "./desk.js"
 */

/** The facilitator's console: one screen, three rails, one next action. @param {{desk: Desk}} props */
export function Console({ desk }) {
  useRoom(desk);
  if (desk.room.status === "refused") return <Refused refusal={desk.room.refusal} />;
  if (!desk.isReady) return <Connecting isLost={desk.room.status === "lost"} />;
  const isClosed = desk.slices.session.state === "closed";
  const isNotes = !isClosed && desk.slices.you.role === "note_taker";
  const classes = ["console", isClosed && "is-closed", isNotes && "is-notes", desk.panel && "has-panel"];
  return (
    <div class={classes.filter(Boolean).join(" ")}>
      <Bar desk={desk} />
      <RunOfShow desk={desk} />
      {desk.panel && <Panel desk={desk} name={desk.panel} />}
      {isClosed ? <AfterTheEnd desk={desk} /> : isNotes ? <NotesTalk desk={desk} /> : <Talk desk={desk} />}
      <Announce />
    </div>
  );
}

/** @param {{desk: Desk}} props */
function AfterTheEnd({ desk }) {
  return (
    <>
      {!desk.panel && <Closed desk={desk} />}
      <main class="stage">
        <Notice desk={desk} />
        {desk.isNoting && <NoteLine desk={desk} />}
        <WallSign desk={desk} />
        <SummaryView code={desk.code} changes={[desk.slices.log, desk.slices.session]} />
      </main>
    </>
  );
}

/** @param {{desk: Desk}} props */
function Talk({ desk }) {
  const { bowl, clock, session } = desk.slices;
  return (
    <>
      {!desk.panel && <TopicsRail desk={desk} />}
      <main class="stage">
        <Notice desk={desk} />
        <WallSign desk={desk} />
        <RoomSigns desk={desk} />
        <Nudge desk={desk} />
        <Late desk={desk} />
        <div class="pool-frame">
          <div class="pool on-water">
            <Bowl
              chairs={session.state === "lobby" ? bowl.chairs.map(withoutTime) : bowl.chairs}
              clock={clock}
              limitMs={session.seat_limit_ms}
              here={desk.room.signals.here}
              picked={desk.picked}
              onPick={(chair) => desk.perform("pick", chair.no)}
            />
          </div>
        </div>
        <TopicTime desk={desk} />
        <SeatBar desk={desk} />
        <NextAction desk={desk} />
      </main>
      <QueueRail desk={desk} />
    </>
  );
}

/** Before the start no time runs: 0:00 would say nothing. @param {ChairView} chair */
function withoutTime(chair) {
  return { ...chair, began_run_ms: null };
}

/** @param {{isLost: boolean}} props */
function Connecting({ isLost }) {
  return (
    <main class="console-alone">
      <h1>{_("Console")}</h1>
      <p role="status">{isLost ? _("No connection. It comes back by itself.") : _("Connecting…")}</p>
    </main>
  );
}

/** @param {{refusal: string | null}} props */
function Refused({ refusal }) {
  if (refusal === "link_revoked") {
    return (
      <main class="console-alone">
        <h1>{_("This link has been taken back.")}</h1>
        <p>{_("Thank you for helping. If you are to go on, ask whoever gave you the link for a new one.")}</p>
      </main>
    );
  }
  return (
    <main class="console-alone">
      <h1>{_("This console needs its key")}</h1>
      <p>{_("Open the console link of this session once more, on this laptop.")}</p>
    </main>
  );
}
