import { Icon } from "../shared/ui/Icon.jsx";
import { Halo, Water } from "../shared/bowl/Water.jsx";
import { _, n_ } from "../shared/i18n/i18n.js";
import { JoinQr, JoinWords } from "./Join.jsx";
import { Question } from "./Question.jsx";
import { tellersText } from "./TakesWall.jsx";
import { Wall } from "./Wall.jsx";
import { StepNumber, WifiWay } from "./Wifi.jsx";

/**
 * @import {DisplaySlices} from "../wire"
 * @import {Shown} from "./Display.jsx"
 */

/** While the room gathers: the question, and the way in. @param {Shown} props */
export function Lobby({ session, wall, wifi, looking_back, here }) {
  return (
    <Wall screen="lobby" event={session.event}>
      <div class="lobby-words">
        <Question>{session.question}</Question>
        {wifi.network && <WifiWay session={session} wifi={wifi} />}
        <Steps session={session} looking_back={looking_back} />
      </div>
      <div class="lobby-bowl">
        <div class="bowl">
          <Water wide />
          {here !== null && <Halo here={here} closed />}
        </div>
        <div class="lit-table">
          <JoinQr session={session} wall={wall} />
        </div>
      </div>
      <p class="lobby-join">
        {session.door_locked ? (
          _("The door is closed just now.")
        ) : (
          <>
            {wifi.network && <StepNumber no={2} />}
            <JoinWords session={session} wall={wall} />
          </>
        )}
      </p>
      {here !== null && (
        <p class="lobby-here">
          <b>{here}</b> {n_("here", "here", here)}
        </p>
      )}
    </Wall>
  );
}

/** How a fishbowl goes, in three steps; what else the room is asked or promised. @param {Pick<DisplaySlices, "session" | "looking_back">} props */
function Steps({ session, looking_back }) {
  const n = session.open_chairs;
  return (
    <ol class="steps">
      <Step icon="ear" name={_("Listen.")}>
        {_("A few people talk, the room listens.")}
      </Step>
      <Step icon="hand" name={_("Ask for a chair.")}>
        {n > 0
          ? n_("One is always kept open.", "{n} are always kept open.", n)
          : _("Whoever wants to speak may.")}
      </Step>
      <Step icon="swap" name={_("Swap.")}>
        {_("You sit down, somebody stands up.")}
      </Step>
      {looking_back.bringing && (
        <Step icon="note" name={_("Were you somewhere?")}>
          {tellersText(looking_back.tellers) || _("Say on your phone what you bring back.")}
        </Step>
      )}
      {session.attribution === "chatham_house" && (
        <Step icon="lock" name={_("Nobody’s name leaves the room.")}>
          {_("What was said may.")}
        </Step>
      )}
    </ol>
  );
}

/** @param {{icon: import("../shared/ui/Icon.jsx").IconName, name: string, children: string}} props */
function Step({ icon, name, children }) {
  return (
    <li class="step">
      <span class="step-mark">
        <Icon name={icon} />
      </span>
      <span>
        <b>{name}</b> {children}
      </span>
    </li>
  );
}
