import { Bowl } from "../../shared/bowl/Bowl.jsx";
import { BowlNames } from "../../shared/bowl/BowlNames.jsx";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { nextInLine } from "../desk/actions.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { AtDoor } from "../door/AtDoor.jsx";
import { Hints } from "../next/Hints.jsx";
import { Late } from "../run/Late.jsx";
import { logWords } from "../log/log-lines.js";
import { LogText } from "../log/LogText.jsx";
import { NextAction } from "../next/NextAction.jsx";
import { NextQuestionField } from "../questions/NextQuestionField.jsx";
import { RoomSigns } from "../bowl/RoomSigns.jsx";
import { SeatBar } from "../bowl/SeatBar.jsx";
import { ServerHealth } from "../frame/ServerHealth.jsx";
import { TopicField } from "../topics/TopicField.jsx";
import { TopicTime } from "../topics/TopicTime.jsx";
import { WallPicture } from "../wall/WallPicture.jsx";
import { WallSign } from "../wall/WallSign.jsx";
import { skipWords } from "../desk/words.js";

/**
 * @import {Desk} from "../desk/desk.js"
 */

/** From so many chairs on a name has no room on a phone: two letters stand for it. */
const CROWDED = 7;
const IN_LINE = 3;

/** The console in one hand: the bowl to tap, what is needed most, and the one next action under the thumb. @param {{desk: Desk}} props */
export function Remote({ desk }) {
  const { bowl, clock, session } = desk.slices;
  const isLobby = session.state === "lobby";
  return (
    <main class="remote">
      <ServerHealth desk={desk} />
      <div class="remote-pool">
        <div class="pool on-water">
          <Bowl
            chairs={isLobby ? bowl.chairs.map((chair) => ({ ...chair, began_run_ms: null })) : bowl.chairs}
            clock={clock}
            limitMs={session.seat_limit_ms}
            small={bowl.chairs.length >= CROWDED}
            picked={desk.picked}
            onPick={(chair) => desk.perform("pick", chair.no)}
          />
        </div>
        {bowl.chairs.length >= CROWDED && <BowlNames chairs={bowl.chairs} />}
      </div>
      <div class="remote-side">
        <Foreground desk={desk} />
        <WallSign desk={desk} />
        <AtDoor desk={desk} />
        <WallPicture desk={desk} />
        <TopicTime desk={desk} />
        <Tools desk={desk} />
        <InLine desk={desk} />
        <Late desk={desk} />
        <RoomSigns desk={desk} />
      </div>
      <div class="remote-foot">
        <Hints desk={desk} />
        <NextAction desk={desk} alone />
      </div>
    </main>
  );
}

/** What is being written, or the picked chair. @param {{desk: Desk}} props */
function Foreground({ desk }) {
  if (desk.isAskingNext) return <NextQuestionField desk={desk} />;
  return desk.isNamingTopic ? <TopicField desk={desk} /> : <SeatBar desk={desk} />;
}

/** What is needed most, and what it would take back. @param {{desk: Desk}} props */
function Tools({ desk }) {
  const { clock, log, run, session } = desk.slices;
  const runs = clock.state === "running" || clock.state === "paused";
  const isPaused = clock.state === "paused";
  const latest = log.lines.find((line) => logWords(line, run));
  return (
    <section class="remote-tools" aria-label={_("Quick actions")}>
      <ActionButton desk={desk} action="undo" icon="undo" label={_("Undo")} />
      {runs && (
        <ActionButton
          desk={desk}
          action="pause"
          icon={isPaused ? "play" : "pause"}
          label={isPaused ? _("Resume") : _("Pause")}
        />
      )}
      <ActionButton desk={desk} action="extend" icon="clock" label={_("+ 5 min")} />
      {runs && <ActionButton desk={desk} action="topic" icon="topic" label={_("Topic")} />}
      <ActionButton desk={desk} action="note" icon="note" label={_("Note")} expanded={desk.isNoting} />
      {run.queue_closed && <ActionButton desk={desk} action="queue_door" icon="hand" label={_("Open the queue")} />}
      {session.state === "running" && <ActionButton desk={desk} action="skip" icon="swap" label={skipWords(desk.slices, nextInLine(desk.slices))} />}
      {latest && (
        <p class="remote-latest">
          <LogText line={latest} run={run} />
        </p>
      )}
    </section>
  );
}

/** Who is next, and the way to everybody who waits. @param {{desk: Desk}} props */
function InLine({ desk }) {
  const { items } = desk.slices.queue;
  return (
    <section class="remote-line" aria-label={_("Next in the queue")}>
      <button type="button" class="button button-small" onClick={() => desk.set({ panel: "queue" })}>
        {items.length > 0 ? _("Queue: {n}", { n: items.length }) : _("Queue")}
      </button>
      {items.length > 0 ? (
        <ol>
          {items.slice(0, IN_LINE).map((item) => (
            <li key={item.request}>
              <bdi>{nameOf(item.person)}</bdi>
            </li>
          ))}
        </ol>
      ) : (
        <p class="hint">{_("nobody waits")}</p>
      )}
    </section>
  );
}
