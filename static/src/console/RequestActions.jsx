import { _ } from "../lib/i18n.js";
import { callOrSeat, freeChair, shifted } from "./actions.js";
import { GroupField } from "./GroupField.jsx";

/**
 * @import {CommandBody, QueueItem} from "../wire"
 * @import {Desk} from "./desk.js"
 */

/** What can be done with a request besides waiting for its turn. @param {{desk: Desk, item: QueueItem}} props */
export function RequestActions({ desk, item }) {
  const { items } = desk.slices.queue;
  const { person, request } = item;
  const chair = freeChair(desk.slices, desk.picked)?.no;
  const makesRoom = desk.slices.action.makes_room;
  const sendOut = `send_out ${person.id}`;
  /** @param {CommandBody | null} command @param {string} label @param {boolean} [quiet] */
  const button = (command, label, quiet = true) => (
    <button
      type="button"
      class={`button button-small${quiet ? " button-quiet" : ""}`}
      disabled={!command}
      onClick={() => command && desk.send(command)}
    >
      {label}
    </button>
  );
  return (
    <div class="rail-row request-actions">
      {item.kind === "read_aloud" &&
        desk.slices.clock.state !== "lobby" &&
        button({ do: "read_aloud", request }, _("Was read aloud"), false)}
      {chair && button(callOrSeat(desk.slices, item, chair), callLabel(desk, chair), false)}
      {!chair &&
        makesRoom &&
        button(
          { do: "take_over", request, turn: makesRoom.turn },
          _("Takes chair {chair}", { chair: makesRoom.chair }),
          false,
        )}
      {button(shifted(items, item, "first"), _("First"))}
      {button(shifted(items, item, "up"), _("Up"))}
      {button(shifted(items, item, "down"), _("Down"))}
      {button(
        { do: person.name ? "hide_name" : "show_name", person: person.id },
        person.name ? _("Hide name") : _("Show name"),
      )}
      <button
        type="button"
        class="button button-small button-quiet"
        onClick={() => desk.set({ naming: { person: person.id }, moving: null })}
      >
        {_("Rename")}
      </button>
      <button
        type="button"
        class={`button button-small${desk.armed === sendOut ? "" : " button-quiet"}`}
        onClick={() => desk.arm(sendOut) && desk.send({ do: "send_out", person: person.id })}
      >
        {desk.armed === sendOut ? _("Sure? Once more") : _("Send out")}
      </button>
      {button({ do: "lower_hand", request }, _("Take off"))}
      {desk.slices.rules.order === "alternate_groups" && <GroupField desk={desk} item={item} />}
    </div>
  );
}

/** @param {Desk} desk @param {number} chair */
function callLabel(desk, chair) {
  const { state } = desk.slices.session;
  return state === "lobby" ? _("Seat on chair {chair}", { chair }) : _("Call to chair {chair}", { chair });
}
