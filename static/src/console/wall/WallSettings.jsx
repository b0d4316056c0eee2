import { _ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";

/**
 * @import {Desk} from "../desk/desk.js"
 * @typedef {"wall_names" | "wall_counts" | "wall_queue"} WallSetting
 */

/** @type {[WallSetting, () => string][]} */
const SETTINGS = [
  ["wall_names", () => _("Names")],
  ["wall_queue", () => _("The queue")],
  ["wall_counts", () => _("How many are here")],
];

/** What the room display may show, and whether it goes on. @param {{desk: Desk}} props */
export function WallSettings({ desk }) {
  const { session, address } = desk.slices;
  return (
    <div class="settings">
      <fieldset class="wall-settings">
        <legend>{_("On the wall")}</legend>
        {SETTINGS.map(([setting, label]) => (
          <label key={setting}>
            <input
              type="checkbox"
              checked={session[setting]}
              onChange={() => desk.send({ do: "change_settings", [setting]: !session[setting] })}
            />
            {label()}
          </label>
        ))}
      </fieldset>
      <p class="hint">{_("Without names, the wall shows chair numbers. Phones and the console still show names.")}</p>
      <div class="rail-row">
        <ActionButton
          desk={desk}
          action="freeze"
          label={address.showing === "frozen" ? _("Resume") : _("Freeze")}
          pressed={address.showing === "frozen"}
        />
        <ActionButton
          desk={desk}
          action="blank"
          label={address.showing === "blank" ? _("Resume") : _("Blank")}
          pressed={address.showing === "blank"}
        />
      </div>
    </div>
  );
}
