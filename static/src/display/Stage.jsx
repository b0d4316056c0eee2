import { Bowl, Speaker } from "../shared/bowl/Bowl.jsx";
import { Table } from "../shared/bowl/Table.jsx";
import { runningMs } from "../shared/time/clock.js";
import { useNow } from "../shared/ui/hooks.js";
import { _ } from "../shared/i18n/i18n.js";
import { CalledTable, callsJustMade } from "./CalledTable.jsx";
import { Facts } from "./Facts.jsx";
import { FITS, wordsOnTable } from "./names.js";
import { isFew } from "./queue-layout.js";
import { RoomHalo } from "./RoomHalo.jsx";
import { StageClock } from "./StageClock.jsx";
import { StageJoin } from "./StageJoin.jsx";
import { StageWords } from "./StageWords.jsx";
import { WallQueue } from "./WallQueue.jsx";
import { Wall } from "./Wall.jsx";

/**
 * @import {ChairView} from "../wire"
 * @import {Shown} from "./Display.jsx"
 */

/** While the talk is on. @param {Shown} props */
export function Stage(props) {
  const { session, run, clock, bowl, queue, balance, wall, here, signals } = props;
  const nobody = session.wall_queue && queue.count === 0;
  return (
    <Wall screen="stage" event={session.event} facts={<Facts here={here} balance={balance} clock={clock} />}>
      <div class="stage-main">
        <StageWords {...props} />
        <div class="stage-bowl">
          <Bowl
            chairs={session.wall_names ? bowl.chairs : bowl.chairs.map(byNumber)}
            clock={clock}
            limitMs={session.seat_limit_ms}
            fits={FITS}
            table={<StageTable {...props} />}
          >
            <RoomHalo here={here} signals={session.state === "running" ? signals : null} />
            {session.wall_queue && <WallQueue {...queue} chairs={bowl.chairs} counts={session.wall_counts} />}
          </Bowl>
        </div>
      </div>
      <StageClock clock={clock} run={run} />
      <StageJoin
        session={session}
        wall={wall}
        run={run}
        large={!session.wall_queue || isFew(queue.count)}
        nobody={nobody}
        open={bowl.chairs.some((chair) => chair.state === "open")}
      />
    </Wall>
  );
}

/** What stands on the table: that the clocks stand, who is called, or who speaks. @param {Shown} props */
function StageTable({ session, clock, bowl, wall }) {
  const runMs = runningMs(clock, useNow());
  if (session.state === "paused") {
    const [words, note] = [_("Paused"), _("The clocks are stopped.")];
    return <Table words={words} note={note} fit={wordsOnTable(words, note)} />;
  }
  const calls = callsJustMade(wall.called, runMs);
  if (calls.length > 0) return <CalledTable calls={calls} />;
  const chairs = session.wall_names ? bowl.chairs : bowl.chairs.map(byNumber);
  return <Speaker chairs={chairs} fits={FITS} />;
}

/** Whoever sits there, on a wall without names. @param {ChairView} chair @returns {ChairView} */
function byNumber(chair) {
  const { no, person } = chair;
  return person ? { ...chair, person: { ...person, name: _("Chair {no}", { no }) } } : chair;
}
