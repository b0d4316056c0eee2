import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/**
 * The footer with the main action of the screen, within reach of the thumb.
 *
 * @param {{children: import("preact").ComponentChildren}} props
 */
export function ActionFooter({ children }) {
  return (
    <footer class="action-footer on-water">
      <Message />
      {children}
      <Unsent />
    </footer>
  );
}

/** What came of the last act, if it needs a word. Screen readers hear it elsewhere. */
export function Message() {
  const { message } = usePhone();
  return message ? <p class="message">{message}</p> : null;
}

/** Taps that wait for the connection, and the way to take them back. */
export function Unsent() {
  const { room, lost } = usePhone();
  if (!lost || room.unsent.length === 0) return null;
  const takeBack = () => room.unsent.forEach((tap) => room.takeBack(tap.id));
  return (
    <p class="unsent">
      <span>{_("We send it as soon as we are back.")}</span>
      <button type="button" onClick={takeBack}>{_("Withdraw")}</button>
    </p>
  );
}
