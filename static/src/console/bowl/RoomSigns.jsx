import { Icon } from "../../shared/ui/Icon.jsx";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/**
 * The signals of the room as numbers, without a key. Who asks to be let in again is a way
 * to the people.
 *
 * @param {{desk: import("../desk/desk.js").Desk}} props
 */
export function RoomSigns({ desk }) {
  const { slower, microphone, agree, thanks, surprised, asking } = desk.room.signals;
  /** @type {[import("../../shared/ui/Icon.jsx").IconName, number, string][]} */
  const signs = [
    ["slower", slower, n_("{n} asks to slow down", "{n} ask to slow down", slower)],
    ["microphone", microphone, n_("{n} asks for the microphone", "{n} ask for the microphone", microphone)],
    ["agree", agree, n_("{n} agrees", "{n} agree", agree)],
    ["thanks", thanks, n_("{n} says thank you", "{n} say thank you", thanks)],
    ["surprised", surprised, n_("{n} is surprised", "{n} are surprised", surprised)],
  ];
  const made = signs.filter(([, count]) => count > 0);
  const mayHelp = asking > 0 && may(desk.slices, "send_out");
  if (!made.length && !mayHelp) return null;
  return (
    <ul class="room-signs" aria-label={_("From the room")}>
      {mayHelp && (
        <li class="is-wish is-way">
          <button type="button" onClick={() => desk.set({ panel: "people" })}>
            <Icon name="people" />
            <span class="sign-words">
              {n_("{n} asks to be let in again", "{n} ask to be let in again", asking)}
            </span>
            <b class="sign-count" aria-hidden="true">
              {asking}
            </b>
          </button>
        </li>
      )}
      {made.map(([icon, count, words]) => (
        <li key={icon} class={icon === "slower" || icon === "microphone" ? "is-wish" : ""}>
          <Icon name={icon} />
          <span class="sign-words">{words}</span>
          <b class="sign-count" aria-hidden="true">
            {count}
          </b>
        </li>
      ))}
    </ul>
  );
}
