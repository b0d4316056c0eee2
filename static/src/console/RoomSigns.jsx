import { Icon } from "../components/Icon.jsx";
import { _, n_ } from "../lib/i18n.js";

/**
 * What the room signals, as quiet numbers: no key, no hurry.
 *
 * @param {{desk: import("./desk.js").Desk}} props
 */
export function RoomSigns({ desk }) {
  const { slower, microphone, agree, thanks, surprised } = desk.room.signals;
  /** @type {[import("../components/Icon.jsx").IconName, number, string][]} */
  const signs = [
    ["slower", slower, n_("{n} asks to slow down", "{n} ask to slow down", slower)],
    ["microphone", microphone, n_("{n} asks for the microphone", "{n} ask for the microphone", microphone)],
    ["agree", agree, n_("{n} agrees", "{n} agree", agree)],
    ["thanks", thanks, n_("{n} says thank you", "{n} say thank you", thanks)],
    ["surprised", surprised, n_("{n} is surprised", "{n} are surprised", surprised)],
  ];
  const made = signs.filter(([, count]) => count > 0);
  if (!made.length) return null;
  return (
    <ul class="room-signs" aria-label={_("From the room")}>
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
