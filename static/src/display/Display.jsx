import { useBreakBell } from "../shared/time/break.js";
import { standAt } from "../shared/time/clock.js";
import { useRoom } from "../shared/ui/hooks.js";
import { _ } from "../shared/i18n/i18n.js";
import { Blank } from "./Blank.jsx";
import { BreakWall } from "./BreakWall.jsx";
import { Closing } from "./Closing.jsx";
import { JoinWall } from "./JoinWall.jsx";
import { KnownWall } from "./KnownWall.jsx";
import { Lobby } from "./Lobby.jsx";
import { Lost } from "./Lost.jsx";
import { PairShare } from "./PairShare.jsx";
import { PartWall } from "./PartWall.jsx";
import { Stage } from "./Stage.jsx";
import { TopicsWall } from "./TopicsWall.jsx";
import { DebriefWall, TakesWall } from "./TakesWall.jsx";
import { useCalmChange } from "./change.js";
import { useFonts } from "./names.js";
import { useStill } from "./still.js";
import { Wall } from "./Wall.jsx";

/**
 * @import {Room} from "../shared/connection/live.js"
 * @import {DisplaySlices} from "../wire"
 * @typedef {Pick<Room<"display">, "slices" | "signals" | "status" | "refusal" | "subscribe">} Shows a room, or one that is played back
 * @typedef {"blank" | import("../wire").WallScreen} Screen
 */

/**
 * What every screen is given; `here` is `null` where counts are not shown, `signals` while the wall stands.
 *
 * @typedef {DisplaySlices & {here: number | null, signals: import("../wire").SignalsMessage | null}} Shown
 */

/** @type {Record<Screen, (view: Shown) => import("preact").ComponentChildren>} */
const SCREENS = {
  blank: Blank,
  break: BreakWall,
  closing: Closing,
  join: JoinWall,
  known: KnownWall,
  topics: TopicsWall,
  lobby: Lobby,
  stage: Stage,
  pairs: PairShare,
  part: PartWall,
  debrief: DebriefWall,
  takes: TakesWall,
};

/**
 * Chooses what the wall shows.
 *
 * @param {{room: Shows, still?: import("./still.js").Still}} props
 */
export function Display({ room, still }) {
  const { status, slices } = useRoom(room);
  if (!isWhole(slices)) {
    return (
      <>
        <div class="wall-frame">
          <Wall>{status === "refused" && <Refused code={room.refusal} />}</Wall>
        </div>
        {status === "lost" && <Lost />}
      </>
    );
  }
  return <Live room={room} slices={slices} still={still} />;
}

/** @param {{room: Shows, slices: DisplaySlices, still: import("./still.js").Still | undefined}} props */
function Live({ room, slices, still }) {
  useBreakBell(slices.clock);
  const kept = useStill(still, slices, room.signals);
  const { session } = kept.slices;
  useFonts();
  standAt(kept.standsAtMs);
  const wanted = kept.isBlank ? "blank" : kept.slices.wall.screen;
  const { screen, isLeaving } = useCalmChange(wanted);
  const Shown = SCREENS[screen];
  const isRecorded = slices.session.recording; // whatever the picture: nobody is recorded unawares
  const here = session.wall_counts ? kept.signals.here : null;
  return (
    <>
      <div class="wall-frame" data-screen={screen} data-leaving={isLeaving || undefined}>
        <Shown key={screen} {...kept.slices} here={here} signals={kept.standsAtMs === null ? kept.signals : null} />
      </div>
      <p role="status" class={isRecorded ? "wall-recording" : undefined}>
        {isRecorded && _("This talk is being recorded.")}
      </p>
      {room.status === "lost" && screen !== "blank" && <Lost />}
    </>
  );
}

/** Whether the first view is there: it comes whole. @param {Partial<DisplaySlices>} slices @returns {slices is DisplaySlices} */
function isWhole(slices) {
  return slices.wall !== undefined;
}

/** @param {{code: string | null}} props */
function Refused({ code }) {
  return (
    <p class="wall-refused" role="alert">
      {code === "session_deleted"
        ? _("This session was deleted. Nothing was kept.")
        : code === "session_unknown"
        ? _("No session has this code. Check the address.")
        : _("The wall cannot be shown. Reload the page, or open it from the console.")}
    </p>
  );
}
