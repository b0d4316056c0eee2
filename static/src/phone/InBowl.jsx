import { useNow } from "../lib/hooks.js";
import { _, n_ } from "../lib/i18n.js";
import { ActButton } from "./ActButton.jsx";
import { OnTheTable } from "./LiveLine.jsx";
import { OwnTime } from "./OwnTime.jsx";
import { Message, Unsent } from "./Rim.jsx";
import { usePhone } from "./phone.js";
import { waitingCount } from "./place.js";
import { useSaid } from "./screen.js";

const NUDGE_SHOWN_MS = 3 * 60_000;

/** In the bowl, under water: the own time, and one way out. */
export function InBowl() {
  const { slices } = usePhone();
  const { turn } = slices.me;
  const now = useNow(1000);
  const hint = turn ? hintFor(turn, slices, now) : "";
  useSaid(turn?.asked || turn?.nudged_at_ms ? hint : "");
  if (!turn) return null;
  return (
    <>
      <main class="phone-main in-bowl">
        <h1 class="question" tabIndex={-1}>
          {_("You’re in the bowl")}
        </h1>
        <OnTheTable />
        <OwnTime turn={turn} />
        <p class={turn.asked ? "hint-in-bowl is-asked" : "hint-in-bowl"}>{hint}</p>
      </main>
      <footer class="in-bowl-actions">
        <Message />
        {turn.offered ? (
          <p>{_("You offered to make room.")}</p>
        ) : (
          <ActButton look="line" command={{ do: "offer_room", turn: turn.turn }}>
            {_("I can make room")}
          </ActButton>
        )}
        <ActButton look="paper" command={{ do: "free_chair", turn: turn.turn }}>
          {_("Leave my chair")}
        </ActButton>
        <Unsent />
      </footer>
    </>
  );
}

/**
 * What matters most just now, said kindly.
 *
 * @param {import("../wire").MyTurn} turn
 * @param {import("../wire").PhoneSlices} slices
 * @param {number} now
 */
function hintFor(turn, { session, queue }, now) {
  if (session.state === "lobby") return _("You are among the first voices. It starts in a moment.");
  if (session.state === "paused") return _("Paused for a moment. Your time stands still.");
  if (turn.asked) return _("Somebody waits for a chair. When you have said it, pass it on.");
  if (turn.nudged_at_ms !== null && now - turn.nudged_at_ms < NUDGE_SHOWN_MS) {
    return _("A quiet sign from the facilitator: find your last sentence when you can.");
  }
  const count = waitingCount(queue);
  if (count === 0) return _("Nobody waits. Take your time.");
  return n_(
    "One person waits. When you’ve said it, pass the chair on.",
    "{n} people wait. When you’ve said it, pass the chair on.",
    count,
  );
}
