import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";
import { useSettled } from "./screen.js";

/**
 * A big button that sends one command. Until the answer is there, it waits and takes no second
 * tap; made without a connection, or without an answer in time, the tap is kept and the button says
 * so.
 *
 * @param {object} props
 * @param {import("../../wire").CommandBody} props.command
 * @param {string} [props.look] "paper", "ink", "line" or "text"; coral if left out
 * @param {(ack: import("../../wire").Ack) => void} [props.onAnswer] is given the answer
 * @param {import("preact").ComponentChildren} props.children
 */
export function ActButton({ command, look = "accent", onAnswer, children }) {
  const { room, lost, act } = usePhone();
  const settled = useSettled();
  const tap = room.pending.find((one) => one.command.do === command.do);
  const waits = tap !== undefined;
  return (
    <button
      class={`big-button is-${look}`}
      disabled={!settled}
      aria-disabled={waits}
      onClick={() => waits || act(command).then(onAnswer)}
    >
      <span class="big-button-label">{children}</span>
      {waits && lost && <small>{_("Not sent yet")}</small>}
      {tap?.late && !lost && <small>{_("Not confirmed yet")}</small>}
    </button>
  );
}
