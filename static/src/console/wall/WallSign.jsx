import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";

/**
 * Says that the room does not see what goes on here, for as long as it does not.
 *
 * @param {{desk: import("../desk/desk.js").Desk}} props
 */
export function WallSign({ desk }) {
  const { showing } = desk.slices.address;
  if (showing === "live") return null;
  const isFrozen = showing === "frozen";
  return (
    <p class="wall-sign" role="status">
      <Icon name="display" />
      <span>
        {isFrozen
          ? _("The wall is frozen: the room sees what was there before.")
          : _("The wall is blank.")}
      </span>
      <ActionButton desk={desk} action={isFrozen ? "freeze" : "blank"} label={_("Resume the wall")} />
    </p>
  );
}
