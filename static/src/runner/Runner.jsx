import { Announce } from "../shared/ui/Announce.jsx";
import { Brand } from "../shared/ui/Brand.jsx";
import { useRoom } from "../shared/ui/hooks.js";
import { _ } from "../shared/i18n/i18n.js";
import { useAct } from "../phone/act.js";
import { Connecting, NoticePage, Refused } from "../phone/frame/NoticePage.jsx";
import { Banner } from "../phone/frame/Frame.jsx";
import { PhoneContext } from "../phone/phone.js";
import { useConnectionText, useSaid, useTitle } from "../phone/frame/screen.js";
import { useAwake } from "../shared/device/wake-lock.js";
import { OnTheWay } from "./OnTheWay.jsx";
import { Quiet } from "./Quiet.jsx";

/**
 * @import {RunnerSlices} from "../wire"
 * @import {Room} from "../shared/connection/live.js"
 */

/**
 * The page of the microphone runner: who speaks next and where, and one button.
 *
 * @param {{room: Room<"runner">, code: string, question: string}} props
 */
export function Runner({ room, code, question }) {
  useRoom(room);
  useAwake();
  // The buttons of the phone need no more of a room than every face has.
  const phone = /** @type {import("../phone/phone.js").PhoneRoom} */ (/** @type {unknown} */ (room));
  const { message, act, tell } = useAct(phone);
  const lost = room.status === "lost";
  useTitle(`${_("Microphone")} · ${question}`);
  useSaid(useConnectionText(lost, false, room.stopping));
  const state = /** @type {any} */ ({ room, slices: room.slices, lost, code, message, act, tell });
  return (
    <PhoneContext.Provider value={state}>
      <div class="phone runner">
        <Announce />
        <header>
          {lost && <Banner placed={false} />}
          <div class="phone-top">
            <Brand />
            <span>{_("Microphone")}</span>
          </div>
        </header>
        {pageOf(room, question)}
      </div>
    </PhoneContext.Provider>
  );
}

/** @param {Room<"runner">} room @param {string} question */
function pageOf(room, question) {
  if (room.status === "refused") {
    return room.refusal === "link_revoked" ? <TakenBack /> : <Refused refusal={room.refusal} />;
  }
  if (!("runner" in room.slices)) return <Connecting question={question} lost={room.status === "lost"} />;
  const slices = /** @type {RunnerSlices} */ (room.slices);
  if (slices.session.state === "closed") return <Closed />;
  const [call] = slices.runner.calls;
  // A new call has new buttons: the second half of a double tap must not seat the next one.
  return call ? <OnTheWay key={call.call} slices={slices} /> : <Quiet slices={slices} />;
}

function TakenBack() {
  return (
    <NoticePage title={_("This link no longer works.")}>
      {_("Thank you for helping. To go on, ask the facilitator for a new link.")}
    </NoticePage>
  );
}

function Closed() {
  return (
    <NoticePage title={_("The session has ended.")}>{_("Thank you for carrying the voices.")}</NoticePage>
  );
}
