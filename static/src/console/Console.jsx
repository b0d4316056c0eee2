import { Announce } from "../shared/ui/Announce.jsx";
import { Bowl } from "../shared/bowl/Bowl.jsx";
import { useRoom } from "../shared/ui/hooks.js";
import { _ } from "../shared/i18n/i18n.js";
import { useObstacle } from "../shared/connection/obstacle.js";
import { AtDoor } from "./door/AtDoor.jsx";
import { Bar } from "./frame/Bar.jsx";
import { Closed } from "./after/Closed.jsx";
import { Hints } from "./next/Hints.jsx";
import { Late } from "./run/Late.jsx";
import { lettersWait } from "./keyboard/lobby.js";
import { useNarrow } from "./remote/narrow-screen.js";
import { NextAction } from "./next/NextAction.jsx";
import { NoteLine } from "./notes/NoteLine.jsx";
import { NotesTalk } from "./notes/NotesTalk.jsx";
import { Notice } from "./next/Notice.jsx";
import { Panel } from "./frame/Panel.jsx";
import { QueueRail } from "./queue/QueueRail.jsx";
import { Remote } from "./remote/Remote.jsx";
import { RemoteBar } from "./remote/RemoteBar.jsx";
import { RoomSigns } from "./bowl/RoomSigns.jsx";
import { RunOfShow } from "./run/RunOfShow.jsx";
import { SeatBar } from "./bowl/SeatBar.jsx";
import { ServerHealth } from "./frame/ServerHealth.jsx";
import { SummaryView } from "./after/SummaryView.jsx";
import { Told } from "./log/Told.jsx";
import { TopicsRail } from "./topics/TopicsRail.jsx";
import { WallPicture } from "./wall/WallPicture.jsx";
import { WallSign } from "./wall/WallSign.jsx";

/**
 * @import {ChairView} from "../wire"
 * @import {Desk} from "./desk/desk.js"
 */

/** What has a rail of its own where there is room for rails. @type {(import("./desk/desk.js").Panel | null)[]} */
const RAILS = ["more", "queue", "topics"];

/** The facilitator's console: one screen, three rails, one next action; in the hand, a remote. @param {{desk: Desk}} props */
export function Console({ desk }) {
  useRoom(desk);
  const isNarrow = useNarrow();
  if (desk.room.status === "refused") return <Refused refusal={desk.room.refusal} />;
  if (!desk.isReady) return <Connecting isLost={desk.room.status === "lost"} />;
  const isClosed = desk.slices.session.state === "closed";
  const isNotes = !isClosed && desk.slices.you.role === "note_taker";
  const panel = isNarrow || !RAILS.includes(desk.panel) ? desk.panel : null;
  const faces = { isNarrow, panel, isClosed, isNotes };
  return (
    <div class={classesOf({ ...faces, lettersWait: lettersWait(desk) })}>
      {!isClosed && <Told desk={desk} />}
      {isNarrow ? <RemoteBar desk={desk} /> : <Bar desk={desk} />}
      {!isNarrow && <RunOfShow desk={desk} />}
      {panel && <Panel desk={desk} name={panel} />}
      {/* In one hand a panel has the whole screen; beside rails it covers nothing. */}
      {!(isNarrow && panel) && <Contents desk={desk} {...faces} />}
      <Announce />
    </div>
  );
}

/** @typedef {{isNarrow: boolean, panel: import("./desk/desk.js").Panel | null, isClosed: boolean, isNotes: boolean}} Faces */

/** @param {Faces & {lettersWait: boolean}} faces */
function classesOf({ isNarrow, panel, isClosed, isNotes, lettersWait }) {
  const classes = [
    "console",
    isNarrow && "is-narrow",
    isClosed && "is-closed",
    isNotes && "is-notes",
    lettersWait && "letters-wait",
    panel && "has-panel",
    panel === "keys" && "shows-keys",
  ];
  return classes.filter(Boolean).join(" ");
}

/** @param {{desk: Desk} & Faces} props */
function Contents({ desk, isNarrow, panel, isClosed, isNotes }) {
  if (isClosed) return <AfterTheEnd desk={desk} panel={panel} />;
  if (isNotes) return <NotesTalk desk={desk} />;
  return isNarrow ? <Remote desk={desk} /> : <Talk desk={desk} panel={panel} />;
}

/** @param {{desk: Desk, panel: import("./desk/desk.js").Panel | null}} props */
function AfterTheEnd({ desk, panel }) {
  return (
    <>
      {!panel && <Closed desk={desk} />}
      <main class="stage">
        <ServerHealth desk={desk} />
        <Notice desk={desk} />
        {desk.isNoting && <NoteLine desk={desk} />}
        <WallSign desk={desk} />
        <WallPicture desk={desk} />
        <SummaryView code={desk.code} changes={[desk.slices.log, desk.slices.session]} />
      </main>
    </>
  );
}

/** @param {{desk: Desk, panel: import("./desk/desk.js").Panel | null}} props */
function Talk({ desk, panel }) {
  const { bowl, clock, session } = desk.slices;
  return (
    <>
      {!panel && <TopicsRail desk={desk} />}
      <main class="stage">
        <ServerHealth desk={desk} />
        <Hints desk={desk}>
          <Late desk={desk} />
        </Hints>
        <WallSign desk={desk} />
        <AtDoor desk={desk} />
        <div class="pool-frame">
          <RoomSigns desk={desk} />
          <WallPicture desk={desk} />
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
  const { why, host } = useObstacle(isLost);
  return (
    <main class="console-alone">
      <h1>{_("Console")}</h1>
      <p role="status">{isLost ? _("No connection. It comes back by itself.") : _("Connecting…")}</p>
      {why === "host" && (
        <p>
          {_("The server answers, but your browser is at {page}, and the proxy in front of the server asks for {host}. Let the proxy pass the Host header on, or start the server with --public-url and the address in your browser.", { page: location.host, host })}
        </p>
      )}
      {why === "line" && (
        <p>{_("The server answers, but the live connection fails. A proxy or a firewall may block WebSockets.")}</p>
      )}
    </main>
  );
}

/** @param {{refusal: string | null}} props */
function Refused({ refusal }) {
  if (refusal === "link_revoked") {
    return (
      <main class="console-alone">
        <h1>{_("This link no longer works.")}</h1>
        <p>{_("Thank you for helping. To go on, ask the facilitator for a new link.")}</p>
      </main>
    );
  }
  if (refusal === "session_deleted") {
    return (
      <main class="console-alone">
        <h1>{_("This session was deleted.")}</h1>
        <p>{_("Nothing was kept.")}</p>
      </main>
    );
  }
  return (
    <main class="console-alone">
      <h1>{_("This console needs its key")}</h1>
      <p>{_("Open the console link of this session again on this laptop.")}</p>
    </main>
  );
}
