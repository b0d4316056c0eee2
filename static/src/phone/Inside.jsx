import { Asked } from "./topics/Asked.jsx";
import { Called } from "./bowl/Called.jsx";
import { Ended } from "./takeaways/Ended.jsx";
import { Tabs } from "./frame/Frame.jsx";
import { InBowl } from "./bowl/InBowl.jsx";
import { Listening } from "./bowl/Listening.jsx";
import { useAwake } from "../shared/device/wake-lock.js";
import { useNextQuestion, useReadAloudNotice } from "./queue/read-aloud-notice.js";
import { useMovedNotice } from "./queue/moved-notice.js";
import { useQueueAlerts } from "./queue/queue-alerts.js";
import { usePhone } from "./phone.js";
import { Questions } from "./questions/Questions.jsx";
import { Takeaways } from "./takeaways/Takeaways.jsx";
import { Topics } from "./topics/Topics.jsx";
import { Waiting } from "./queue/Waiting.jsx";
import { WallText } from "./wall/WallText.jsx";
import { You } from "./me/You.jsx";
import { KnownPage } from "./known/KnownPage.jsx";
import { InBreakHere } from "./known/InBreakHere.jsx";
import { useLinking } from "./known/linking.js";

/** @typedef {import("./Phone.jsx").Screen} Screen */

/** Where there are pages to choose from. @type {Screen[]} */
const TABBED = ["listening", "waiting", "topics", "questions", "takeaways"];

/** Everything that is shown inside the room. @param {{screen: Screen, where: import("./where.js").Where}} props */
export function Inside({ screen, where }) {
  const { slices, tell } = usePhone();
  useMovedNotice(slices, tell);
  useReadAloudNotice(slices.me.read, tell);
  useNextQuestion(slices.session, tell);
  useQueueAlerts(slices);
  useLinking();
  useAwake(where === "waiting" || where === "called" || where === "walking");
  return (
    <>
      {TABBED.includes(screen) && <Tabs />}
      {(TABBED.includes(screen) || screen === "in") && <Asked screen={screen} />}
      {TABBED.includes(screen) && <InBreakHere />}
      {pageOf(screen)}
    </>
  );
}

/** @param {Screen} screen */
function pageOf(screen) {
  switch (screen) {
    case "ended":
      return <Ended />;
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
    case "wall":
      return <WallText />;
    case "known":
      return <KnownPage />;
    case "you":
      return <You />;
    default:
      return null;
  }
}
