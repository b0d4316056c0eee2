import { isBreak } from "../../shared/time/break.js";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { BreakForm, OnBreak } from "../run/Break.jsx";
import { chairOf } from "./seats.js";
import { MoveBar } from "./MoveBar.jsx";
import { NameField } from "./NameField.jsx";
import { NoteLine } from "../notes/NoteLine.jsx";
import { PickedChair } from "./PickedChair.jsx";
import { Starters } from "./Starters.jsx";

/** Always under the pool: the picked chair, a name or a note being written, or what needs no chair. @param {{desk: import("../desk/desk.js").Desk}} props */
export function SeatBar({ desk }) {
  const { slices, naming, moving, picked } = desk;
  const chair = picked === null ? null : chairOf(slices, picked);
  if (naming) return <NameField key={naming.made ? "made" : naming.person} desk={desk} naming={naming} />;
  if (desk.isPlanningBreak) return <BreakForm desk={desk} />;
  if (desk.isNoting) return <NoteLine desk={desk} />;
  if (moving !== null) return <MoveBar desk={desk} turn={moving} />;
  if (chair) return <PickedChair desk={desk} chair={chair} />;
  if (slices.session.state === "lobby") return <Starters desk={desk} />;
  return isBreak(slices.clock) ? <OnBreak desk={desk} /> : <NothingPicked desk={desk} />;
}

/** @param {{desk: import("../desk/desk.js").Desk}} props */
function NothingPicked({ desk }) {
  const offer = desk.slices.bowl.chairs.find((chair) => chair.offered);
  return (
    <div class="seat-bar">
      <p class={`seat-bar-hint${offer?.person ? " is-offer" : ""}`}>
        {offer?.person
          ? _("{name} offers chair {chair}: press Shift and {chair}", {
              name: nameOf(offer.person),
              chair: offer.no,
            })
          : _("Click a chair, or press Shift and its number")}
      </p>
      <div class="seat-bar-actions" role="group" aria-label={_("Without a phone")}>
        <ActionButton
          desk={desk}
          action="own_floor"
          icon="speaking"
          label={_("You speak")}
          pressed={desk.slices.equity.session.facilitator_since_run_ms !== null}
        />
        <ActionButton desk={desk} action="walk_up" icon="seat" label={_("Walk-up")} />
        <ActionButton desk={desk} action="queue_walk_up" icon="add" label={_("To the queue")} />
        <ActionButton
          desk={desk}
          action="wall"
          icon="qr"
          label={desk.slices.address.wall === "qr" ? _("Bowl on the wall") : _("QR on the wall")}
          pressed={desk.slices.address.wall === "qr"}
        />
      </div>
    </div>
  );
}
