import { Icon } from "../../shared/ui/Icon.jsx";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { mayPress } from "../desk/rights.js";

/** How many wait at the door, for as long as somebody does, and the one press that lets them in. @param {{desk: import("../desk/desk.js").Desk}} props */
export function AtDoor({ desk }) {
  const { waiting } = desk.slices.door;
  if (!waiting || !mayPress(desk, "admit")) return null;
  return (
    <p class="door-sign" role="status">
      <Icon name="people" />
      <span>{n_("{n} waits at the door", "{n} wait at the door", waiting)}</span>
      <ActionButton desk={desk} action="admit" label={_("Let them in")} />
      <ActionButton desk={desk} action="door" quiet label={_("Show")} expanded={desk.panel === "door"} />
    </p>
  );
}
