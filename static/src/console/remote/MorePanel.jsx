import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { HoldButton } from "../ui/HoldButton.jsx";
import { holdsNextPart } from "../keyboard/key-lookup.js";
import { may, mayPress } from "../desk/rights.js";
import { Door } from "../door/Door.jsx";

/**
 * @import {Desk, RemotePanel} from "../desk/desk.js"
 * @import {Action} from "../keyboard/key-table.js"
 * @import {IconName} from "../../shared/ui/Icon.jsx"
 */

/** Everything that the remote does not have at hand. @param {{desk: Desk}} props */
export function MorePanel({ desk }) {
  const { session, run, vote, clock } = desk.slices;
  const isClosed = session.state === "closed";
  const isNotes = desk.slices.you.role === "note_taker";
  const canGoOn = session.state !== "lobby" && run.index < run.phases.length - 1;
  return (
    <div class="rail-scroll more-panel" tabIndex={0} role="group" aria-label={_("More")}>
      <ul>
        {!isClosed && !isNotes && (
          <>
            <Rail desk={desk} panel="queue" icon="hand" label={_("Queue")} />
            <Rail desk={desk} panel="topics" icon="topic" label={_("Topics, questions and notes")} />
          </>
        )}
        <Line desk={desk} action="people" icon="people" label={_("Who is in the room")} />
        {!isClosed && <Line desk={desk} action="names" icon="list" label={_("Names from a list")} />}
        <Line desk={desk} action="getting_in" icon="link" label={_("How people get in")} />
        <Line desk={desk} action="display" icon="display" label={_("Open the wall")} />
        {!isClosed && (
          <>
            {canGoOn && <NextPart desk={desk} />}
            <Line desk={desk} action="run" icon="clock" label={_("Run of show")} />
            {session.state !== "lobby" && <Line desk={desk} action="break" icon="cup" label={_("Break")} />}
            <Line desk={desk} action="next_question" icon="topic" label={_("Next question")} />
            <Line
              desk={desk}
              action="vote"
              icon="check"
              label={vote.open ? _("Close the vote") : _("Open a vote")}
            />
            <Line desk={desk} action="bell" icon="bell" label={_("Ring the bell")} />
            <Line
              desk={desk}
              action="lock"
              icon={session.door_locked ? "lock" : "unlock"}
              label={session.door_locked ? _("Unlock the door") : _("Lock the door")}
            />
            <Line desk={desk} action="door" icon="people" label={_("At the door")} />
            <Line desk={desk} action="order" icon="swap" label={_("Who is called next?")} />
            <Line desk={desk} action="rules" icon="seat" label={_("Rules of the bowl")} />
          </>
        )}
        <Line desk={desk} action="timeline" icon="clock" label={_("Timeline")} />
        <Line desk={desk} action="redo" icon="redo" label={_("Redo")} />
        <Line desk={desk} action="settings" icon="settings" label={_("Settings")} />
        <Line desk={desk} action="keys" icon="keys" label={_("All keys")} />
      </ul>
      {!isClosed && <Door desk={desk} />}
      {clock.state !== "closed" && may(desk.slices, "close_session") && (
        <HoldButton desk={desk} action="close" hold class="button more-close">
          {_("Hold for a second: end the session")}
        </HoldButton>
      )}
    </div>
  );
}

/** Held only while somebody is on the way to a chair. @param {{desk: Desk}} props */
function NextPart({ desk }) {
  if (!holdsNextPart(desk.slices)) return <Line desk={desk} action="next_part" icon="next" label={_("Next part")} />;
  if (!mayPress(desk, "next_part")) return null;
  return (
    <li>
      <HoldButton desk={desk} action="next_part" hold class="more-line">
        <Icon name="next" />
        {_("Hold for a second: next part")}
      </HoldButton>
    </li>
  );
}

/** What a key does; whatever opens no panel closes this one, so that it is seen. @param {{desk: Desk, action: Action, icon: IconName, label: string}} props */
function Line({ desk, action, icon, label }) {
  if (!mayPress(desk, action)) return null;
  return (
    <Row
      icon={icon}
      label={label}
      press={() => {
        desk.set({ panel: null });
        desk.perform(action);
      }}
    />
  );
}

/** @param {{desk: Desk, panel: RemotePanel, icon: IconName, label: string}} props */
function Rail({ desk, panel, icon, label }) {
  return <Row icon={icon} label={label} press={() => desk.set({ panel })} />;
}

/** @param {{icon: IconName, label: string, press: () => void}} props */
function Row({ icon, label, press }) {
  return (
    <li>
      <button type="button" class="more-line" onClick={press}>
        <Icon name={icon} />
        {label}
      </button>
    </li>
  );
}
