import { _ } from "../../shared/i18n/i18n.js";
import { kindText } from "../../shared/method/request-kinds.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { GroupField } from "../people/GroupField.jsx";
import { comes, isForReading, nextKindOf, shifted, toAChair } from "./requests.js";
import { may } from "../desk/rights.js";
import { freeChair } from "../bowl/seats.js";

/**
 * @import {QueueItem} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** What can be done with a request besides waiting for its turn; its row is picked, so keys do it, too. @param {{desk: Desk, item: QueueItem}} props */
export function RequestActions({ desk, item }) {
  const { items } = desk.slices.queue;
  const { person } = item;
  const kind = nextKindOf(item);
  const isArmed = desk.armed === `send_out ${person.id}`;
  return (
    <div class="rail-row request-actions">
      <Comes desk={desk} item={item} />
      <ActionButton
        desk={desk}
        action="request_first"
        quiet
        label={_("First")}
        disabled={!shifted(items, item, "first")}
      />
      <ActionButton
        desk={desk}
        action="request_up"
        quiet
        label={_("Up")}
        disabled={!shifted(items, item, "up")}
      />
      <ActionButton
        desk={desk}
        action="request_down"
        quiet
        label={_("Down")}
        disabled={!shifted(items, item, "down")}
      />
      {kind && <ActionButton desk={desk} action="bring" icon="swap" quiet label={kindText(kind)} />}
      {!item.phone && <ActionButton desk={desk} action="words" icon="pencil" quiet label={_("Words to be read aloud")} />}
      <ActionButton desk={desk} action="hide" quiet label={person.name ? _("Hide name") : _("Show name")} />
      <ActionButton desk={desk} action="rename" quiet label={_("Rename")} />
      <ActionButton
        desk={desk}
        action="send_out"
        quiet={!isArmed}
        label={isArmed ? _("Sure? Press again") : _("Send out")}
      />
      <ActionButton desk={desk} action="take_off" quiet label={_("Take off the queue")} />
      {desk.slices.rules.order === "alternate_groups" && <GroupField desk={desk} item={item} />}
    </div>
  );
}

/** To a chair; who asked to be read aloud can be read, or sit down after all. @param {{desk: Desk, item: QueueItem}} props */
function Comes({ desk, item }) {
  const chair = toAChair(desk, item);
  if (!isForReading(desk.slices, item)) {
    return comes(desk, item) && <ActionButton desk={desk} action="come" label={chairLabel(desk)} />;
  }
  return (
    <>
      <ActionButton desk={desk} action="come" label={_("Was read aloud")} />
      {chair && may(desk.slices, chair.do) && (
        <button type="button" class="button button-small" onClick={() => desk.send(chair)}>
          {chairLabel(desk)}
        </button>
      )}
    </>
  );
}

/** @param {Desk} desk */
function chairLabel({ slices, picked }) {
  const chair = freeChair(slices, picked)?.no;
  if (!chair) return _("Takes chair {chair}", { chair: slices.action.makes_room?.chair ?? 0 });
  if (slices.session.state === "lobby") return _("Seat on chair {chair}", { chair });
  return _("Call to chair {chair}", { chair });
}
