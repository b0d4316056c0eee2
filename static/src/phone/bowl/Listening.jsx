import { Icon } from "../../components/Icon.jsx";
import { _ } from "../../lib/i18n.js";
import { ActButton } from "../frame/ActButton.jsx";
import { LeavePoint } from "../takeaways/LeavePoint.jsx";
import { OwnPoints } from "../takeaways/OwnPoints.jsx";
import { LiveLine, OnTheTable } from "./LiveLine.jsx";
import { PhaseLine } from "../frame/PhaseLine.jsx";
import { Pool } from "./Pool.jsx";
import { Rim } from "../frame/Rim.jsx";
import { Signs } from "./Signs.jsx";
import { usePhone } from "../frame/phone.js";
import { chairToTake, TakeChair } from "./TakeChair.jsx";
import { KeepWords } from "../me/Words.jsx";
import { waitingCount } from "../queue/place.js";
import { openText, waitText } from "../frame/words.js";

/** Outside, listening: the bowl from above, and one way in. */
export function Listening() {
  const { session, run, me } = usePhone().slices;
  return (
    <>
      <main class="phone-main">
        <h1 class="question" tabIndex={-1}>
          {session.question}
        </h1>
        <PhaseLine />
        <OnTheTable />
        <Pool named />
        <LiveLine />
        <Signs />
        <OwnPoints />
        {me.turns > 0 && <KeepWords />}
      </main>
      <Rim>
        {run.queue_closed ? <LeavePoint /> : <Ask />}
      </Rim>
    </>
  );
}

function Ask() {
  const { slices, lost } = usePhone();
  const { session, bowl, queue } = slices;
  const chair = chairToTake(slices);
  return (
    <>
      {chair === null ? (
        <ActButton key="ask" command={{ do: "ask_for_chair" }}>
          <Icon name="hand" />
          {_("I want to speak")}
        </ActButton>
      ) : (
        <TakeChair key="take" chair={chair} />
      )}
      {!lost && (
        <p>
          {session.state === "lobby" ? _("You can ask already.") : openText(bowl)}{" "}
          {waitText(waitingCount(queue))}
        </p>
      )}
    </>
  );
}
