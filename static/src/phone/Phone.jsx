import { useLayoutEffect, useState } from "preact/hooks";
import { Announce } from "../shared/ui/Announce.jsx";
import { useRoom } from "../shared/ui/hooks.js";
import { useAct } from "./act.js";
import { AtDoor } from "./join/AtDoor.jsx";
import { Connecting, Forgotten, OnTheWay, Refused, SentOut } from "./frame/NoticePage.jsx";
import { Top } from "./frame/Frame.jsx";
import { usePart } from "./load-part.js";
import { Join } from "./join/Join.jsx";
import { PhoneContext } from "./phone.js";
import { useArrival, useConnectionText, useGround, useSaid, useTitle, unconfirmedText } from "./frame/screen.js";
import { titleOf } from "./frame/title.js";
import { screenOf, useView } from "./view.js";
import { groundOf, whereAmI } from "./where.js";

/** @typedef {import("./load-part.js").Addresses} Addresses */
/** @typedef {import("./load-part.js").Inside} InsidePart */
/** @typedef {import("./phone.js").PhoneRoom} PhoneRoom */
/** @typedef {import("./phone.js").PhoneState} PhoneState */
/** @typedef {ReturnType<typeof screenOf>} Screen */

/** What the first script shows by itself. @type {Screen[]} */
const DOOR = ["connecting", "refused", "forgotten", "out", "join", "at_door"];
/** Where there is no room any more. @type {Screen[]} */
const OVER = ["ended", "out", "forgotten", "refused"];

/**
 * The phone of one person.
 *
 * @param {{room: PhoneRoom, code: string, device: string, question: string, community: string,
 *   inside: Addresses, known: Addresses}} props `question`: as it stood on the page that was opened;
 *   `community`: its title, empty if there is none to be known in; `inside`, `known`: where the
 *   scripts are that the first page does without
 */
export function Phone({ room, code, device, question, community, inside: addresses, known }) {
  useRoom(room);
  const { message, act, tell, hush } = useAct(room);
  const [view, go] = useView(hush);
  const [late, setLate] = useState(/** @type {PhoneState["late"]} */ (null));
  const where = whereAmI(room.slices, room.status);
  const screen = screenOf(where, view);
  const isDoor = DOOR.includes(screen);
  const { part, late: insideLate } = usePart(addresses, !isDoor);
  const inside = /** @type {InsidePart | null} */ (part);
  const lost = room.status === "lost";

  useLayoutEffect(() => {
    if (screen !== view && view !== "bowl" && where !== "connecting") go("bowl");
  }, [screen]);
  useLayoutEffect(() => {
    if (where === "called" && view !== "bowl") go("bowl"); // whatever is read: now the chair counts
  }, [where]);
  useGround(groundOf(screen));
  // After the close, who was not in is told no question.
  const asked = room.slices.session?.question || question || "Fishbowl";
  useTitle(titleOf(where, room.slices) || asked);
  useArrival(inside || isDoor ? screen : "on the way");
  useSaid(!lost && room.unconfirmed.length > 0 ? unconfirmedText() : "");
  useSaid(useConnectionText(lost, Boolean(room.slices.me?.person), room.stopping));

  const slices = /** @type {PhoneState["slices"]} */ (room.slices);
  const state = { room, slices, lost, code, device, community, known, message, act, tell, late, setLate, view, go };
  return (
    <PhoneContext.Provider value={state}>
      <div class="phone">
        <Announce />
        <Top open={!OVER.includes(where) && !OVER.includes(screen)} where={screen === "forgotten" ? screen : where} />
        {isDoor ? (
          doorOf(screen, { question: asked, room })
        ) : inside ? (
          <inside.Inside screen={screen} where={where} />
        ) : (
          <OnTheWay question={asked} late={insideLate} />
        )}
      </div>
    </PhoneContext.Provider>
  );
}

/** @param {Screen} screen @param {{question: string, room: PhoneRoom}} known */
function doorOf(screen, { question, room }) {
  switch (screen) {
    case "refused":
      return <Refused refusal={room.refusal} />;
    case "forgotten":
      return <Forgotten />;
    case "out":
      return <SentOut />;
    case "join":
      return <Join />;
    case "at_door":
      return <AtDoor />;
    default:
      return <Connecting question={question} lost={room.status === "lost"} />;
  }
}
