import { Bowl } from "../../shared/bowl/Bowl.jsx";
import { BowlNames } from "../../shared/bowl/BowlNames.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { JustNow } from "../log/JustNow.jsx";
import { NoteLine } from "./NoteLine.jsx";
import { Notice } from "../next/Notice.jsx";
import { ServerHealth } from "../frame/ServerHealth.jsx";
import { TopicsRail } from "../topics/TopicsRail.jsx";

/** The note-taker's desk: the note line and the topics first, the bowl beside them to look at. @param {{desk: import("../desk/desk.js").Desk}} props */
export function NotesTalk({ desk }) {
  const { bowl, clock, session } = desk.slices;
  return (
    <>
      <main class="stage notes">
        <ServerHealth desk={desk} />
        <Notice desk={desk} />
        <NoteLine desk={desk} stays />
        <TopicsRail desk={desk} />
      </main>
      <aside class="rail rail-queue" aria-label={_("The bowl")}>
        <div class="pool notes-pool on-water">
          <Bowl chairs={bowl.chairs} clock={clock} limitMs={session.seat_limit_ms} small />
        </div>
        <BowlNames chairs={bowl.chairs} />
        <JustNow desk={desk} />
      </aside>
    </>
  );
}
