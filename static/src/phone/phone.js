/** What the screens of a phone share: the room as last heard, and a way to act. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** @typedef {import("../wire").Ack} Ack */
/** @typedef {import("../wire").CommandBody} CommandBody */
/** @typedef {import("../wire").PhoneSlices} PhoneSlices */
/** @typedef {import("./bowl/TakeChair.jsx").Late} Late */
/** @typedef {import("../shared/connection/live.js").Room<"phone">} PhoneRoom */
/** @typedef {"bowl" | "topics" | "questions" | "takeaways" | "wall" | "you" | "known" | "forgotten"} View */

/**
 * @typedef {object} PhoneState
 * @property {PhoneRoom} room
 * @property {PhoneSlices} slices what was heard last, also while the connection is lost
 * @property {boolean} lost whether the phone has no connection just now
 * @property {string} code the join code
 * @property {string} device the secret of this phone
 * @property {string} community its title; empty if there is none to be known in
 * @property {import("./load-part.js").Addresses} known where the script about passes is
 * @property {string} message what to tell the person about the last act; often empty
 * @property {(command: CommandBody) => Promise<Ack>} act sends a command and tells of refusals
 * @property {(text: string) => void} tell shows a message, and says it to screen readers
 * @property {Late | null} late who was too late for a chair by a moment
 * @property {(late: Late) => void} setLate
 * @property {View} view which page was chosen, where there is a choice
 * @property {(view: View) => void} go
 */

export const PhoneContext = createContext(/** @type {PhoneState | null} */ (null));

/** @returns {PhoneState} */
export function usePhone() {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error("usePhone is for the screens inside <Phone>");
  return phone;
}
