import { _ } from "../../shared/i18n/i18n.js";
import { freeChair } from "../bowl/seats.js";
import { MergeWith } from "./MergeWith.jsx";
import { MovePhone } from "./MovePhone.jsx";
import { Unfold } from "../ui/Unfold.jsx";
import { may } from "../desk/rights.js";

/**
 * @import {CommandBody} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 * @import {Person} from "./people.js"
 */

/** What can be done for, and about, somebody in the room. @param {{desk: Desk, person: Person, rename: () => void}} props */
export function PersonActions({ desk, person: { person, hidden, out, forgotten, seated, waiting, volunteer, phone }, rename }) {
  const { state } = desk.slices.session;
  const chair = freeChair(desk.slices, desk.picked)?.no;
  const isIn = !out && !forgotten && state !== "closed";
  /** @param {CommandBody} command @param {string} label */
  const once = (command, label) => (
    <button type="button" class="button button-small" onClick={() => desk.send(command)}>
      {label}
    </button>
  );
  /** @param {CommandBody} command @param {string} label @param {string} sure */
  const twice = (command, label, sure) => {
    const what = `${command.do} ${person}`;
    return (
      <button type="button" class="button button-small" onClick={() => desk.arm(what) && desk.send(command)}>
        {desk.armed === what ? sure : label}
      </button>
    );
  };
  if (forgotten) return <p class="rail-row hint">{_("Nothing is stored about this person any more.")}</p>;
  return (
    <div class="rail-row person-actions">
      {isIn &&
        !seated &&
        chair &&
        once({ do: "seat_person", person, chair }, _("Seat on chair {chair}", { chair }))}
      {isIn && !seated && !waiting && once({ do: "ask_for_chair", person }, _("Put in the queue"))}
      {!out && (
        <button type="button" class="button button-small" onClick={rename}>
          {_("Rename")}
        </button>
      )}
      {isIn &&
        once(
          { do: "mark_volunteer", person, on: !volunteer },
          volunteer ? _("No longer ready") : _("Stands ready"),
        )}
      {hidden
        ? once({ do: "show_name", person }, _("Show name"))
        : once({ do: "hide_name", person }, _("Hide name"))}
      {!out && !phone && (
        <Unfold label={_("Merge with somebody who has a phone")}>
          <MergeWith desk={desk} guest={person} />
        </Unfold>
      )}
      {isIn && (
        <Unfold label={phone ? _("Move to another phone") : _("Connect a phone")}>
          <MovePhone desk={desk} person={person} />
        </Unfold>
      )}
      {isIn && twice({ do: "send_out", person }, _("Send out"), _("Sure? Press again"))}
      {out && state !== "closed" && once({ do: "readmit_person", person }, _("Let in again"))}
      {may(desk.slices, "forget_person") &&
        twice({ do: "forget_person", person }, _("Forget"), _("Delete for good? Press again"))}
    </div>
  );
}
