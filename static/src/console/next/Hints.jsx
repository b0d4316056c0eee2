import { useNow } from "../../shared/ui/hooks.js";
import { Notice } from "./Notice.jsx";
import { Nudge } from "./Nudge.jsx";

/**
 * One line at a time, in a place of its own: what did not happen, else what could be done, else what
 * can wait. What waits its turn shows when the line before it is gone.
 *
 * @param {{desk: import("../desk/desk.js").Desk, children?: import("preact").ComponentChildren}} props
 *   `children`: what may stand there when nothing else does
 */
export function Hints({ desk, children }) {
  useNow(); // a hint is due when its time has come, without any news
  const isToldSomething = desk.room.status === "lost" || desk.notice !== null;
  return (
    <div class="hints">
      {isToldSomething ? <Notice desk={desk} /> : desk.nudge ? <Nudge desk={desk} /> : children}
    </div>
  );
}
