import { useEffect, useState } from "preact/hooks";
import { Announce } from "../components/Announce.jsx";
import { useRoom } from "../lib/hooks.js";
import { _ } from "../lib/i18n.js";
import { useAct } from "./act.js";
import { Asked } from "./Asked.jsx";
import { Called } from "./Called.jsx";
import { Connecting, Forgotten, Refused, SentOut } from "./Calm.jsx";
import { Ended } from "./Ended.jsx";
import { Tabs, Top } from "./Frame.jsx";
import { InBowl } from "./InBowl.jsx";
import { Join } from "./Join.jsx";
import { Listening } from "./Listening.jsx";
import { useHeard } from "./heard.js";
import { useMoved } from "./moved.js";
import { PhoneContext } from "./phone.js";
import { Questions } from "./Questions.jsx";
import { useArrival, useConnectionText, useGround, useSaid, useTitle } from "./screen.js";
import { Takeaways } from "./Takeaways.jsx";
import { Topics } from "./Topics.jsx";
import { screenOf, useView } from "./view.js";
import { Waiting } from "./Waiting.jsx";
import { groundOf, whereAmI } from "./where.js";
import { You } from "./You.jsx";

/** @typedef {import("./phone.js").PhoneRoom} PhoneRoom */
/** @typedef {import("./phone.js").PhoneState} PhoneState */
/** @typedef {ReturnType<typeof screenOf>} Screen */

/** Where there is no room any more. @type {Screen[]} */
const OVER = ["ended", "out", "forgotten", "refused"];
/** From where one may look at oneself; a call leaves no time for it. @type {Screen[]} */
const OWN = ["listening", "waiting", "topics", "questions", "takeaways", "in", "ended", "you"];
/** Where there are pages to choose from. @type {Screen[]} */
const TABBED = ["listening", "waiting", "topics", "questions", "takeaways"];

/**
 * The phone of one person.
 *
 * @param {{room: PhoneRoom, code: string, device: string, question: string}} props `question`: as
 *   it stood on the page that was opened
 */
export function Phone({ room, code, device, question }) {
  useRoom(room);
  const { message, act, tell, hush } = useAct(room);
  const [view, go] = useView(hush);
  const [late, setLate] = useState(/** @type {PhoneState["late"]} */ (null));
  const where = whereAmI(room.slices, room.status);
  const screen = screenOf(where, view);
  const lost = room.status === "lost";

  useEffect(() => {
    if (screen !== view && view !== "bowl" && where !== "connecting") go("bowl");
  }, [screen]);
  useGround(groundOf(screen));
  useTitle(titleOf(screen, room) || question);
  useArrival(screen);
  useMoved(room.slices, tell);
  useHeard(room.slices.me?.read ?? Infinity, tell);
  useSaid(useConnectionText(lost, Boolean(room.slices.me?.person)));

  const slices = /** @type {PhoneState["slices"]} */ (room.slices);
  const state = { room, slices, lost, code, device, message, act, tell, late, setLate, view, go };
  return (
    <PhoneContext.Provider value={state}>
      <div class="phone">
        <Announce />
        <Top open={!OVER.includes(where) && !OVER.includes(screen)} own={OWN.includes(screen)} />
        {TABBED.includes(screen) && <Tabs />}
        {(TABBED.includes(screen) || screen === "in") && <Asked screen={screen} />}
        {screen === "connecting" ? <Connecting question={question} lost={lost} /> : pageOf(screen, room)}
      </div>
    </PhoneContext.Provider>
  );
}

/** @param {Exclude<Screen, "connecting">} screen @param {PhoneRoom} room */
function pageOf(screen, room) {
  switch (screen) {
    case "refused":
      return <Refused refusal={room.refusal} />;
    case "forgotten":
      return <Forgotten />;
    case "out":
      return <SentOut />;
    case "ended":
      return <Ended />;
    case "join":
      return <Join />;
    case "listening":
      return <Listening />;
    case "waiting":
      return <Waiting />;
    case "called":
    case "walking":
      return <Called />;
    case "in":
      return <InBowl />;
    case "topics":
      return <Topics />;
    case "questions":
      return <Questions />;
    case "takeaways":
      return <Takeaways />;
    case "you":
      return <You />;
  }
}

/** What the browser's tab says; a call shows there too. @param {Screen} screen @param {PhoneRoom} room */
function titleOf(screen, room) {
  const { session, me } = room.slices;
  switch (screen) {
    case "called":
    case "walking":
      return _("Chair {chair} is yours", { chair: me?.request?.chair ?? 0 });
    case "in":
      return _("You’re in the bowl");
    case "waiting":
      return _("Waiting");
    case "topics":
      return _("Topics");
    case "questions":
      return _("Questions");
    case "takeaways":
      return _("Takeaways");
    case "you":
      return _("You");
    default:
      return session?.question ?? "";
  }
}
