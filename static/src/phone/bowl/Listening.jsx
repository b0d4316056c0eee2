import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { ActButton } from "../frame/ActButton.jsx";
import { LeavePoint } from "../takeaways/LeavePoint.jsx";
import { OwnPoints } from "../takeaways/OwnPoints.jsx";
import { LiveLine, OnTheTable } from "./LiveLine.jsx";
import { PhaseLine } from "./PhaseLine.jsx";
import { Pool } from "./Pool.jsx";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { Signs } from "./Signs.jsx";
import { usePhone } from "../phone.js";
import { chairToTake, TakeChair } from "./TakeChair.jsx";
import { KeepWords } from "../me/RecoveryWords.jsx";
import { waitingCount } from "../queue/place.js";
import { openText, waitText } from "../words.js";

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
      <ActionFooter>
        {run.queue_closed ? <LeavePoint /> : <Ask />}
      </ActionFooter>
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
