import { useEffect } from "preact/hooks";
import { useNow } from "../../shared/ui/hooks.js";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { ActButton } from "../frame/ActButton.jsx";
import { vibrate } from "../../shared/device/vibrate.js";
import { hintFor, mayWantMinute, minuteText } from "./in-bowl.js";
import { OnTheTable } from "./LiveLine.jsx";
import { OwnTime } from "./OwnTime.jsx";
import { Message, Unsent } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { useSaid } from "../frame/screen.js";

/** @typedef {import("../../wire").MyTurn} MyTurn */

/** In the bowl: the own time, whether one would make room, and the button to leave. */
export function InBowl() {
  const { slices } = usePhone();
  const { turn } = slices.me;
  const now = useNow(1000);
  const hint = turn ? hintFor(turn, slices, now) : "";
  useSaid(turn?.asked || turn?.nudged_at_ms || turn?.tapped_by ? hint : "");
  const newcomer = turn?.tapped_by?.id ?? 0;
  useEffect(() => {
    if (newcomer) vibrate();
  }, [newcomer]);
  if (!turn) return null;
  return (
    <>
      <main class="phone-main in-bowl">
        <h1 class="question" tabIndex={-1}>
          {_("You’re in the bowl")}
        </h1>
        <OnTheTable />
        <OwnTime turn={turn} />
        <p class={turn.asked || turn.tapped_by ? "hint-in-bowl is-asked" : "hint-in-bowl"}>{hint}</p>
      </main>
      <footer class="in-bowl-actions">
        <Message />
        <Meanwhile turn={turn} minute={minuteText(turn, slices.clock, now)} />
        <WayOut turn={turn} />
        <Unsent />
      </footer>
    </>
  );
}

/** What one can say before one leaves. @param {{turn: MyTurn, minute: string}} props */
function Meanwhile({ turn, minute }) {
  if (minute) return <p role="timer">{minute}</p>;
  if (mayWantMinute(turn)) {
    return (
      <ActButton key="minute" look="line" command={{ do: "ask_minute", turn: turn.turn }}>
        {_("One more minute")}
      </ActButton>
    );
  }
  if (turn.asked || turn.tapped_by) return null;
  return <RoomSwitch turn={turn} />;
}

/** No way out, but an offer, which can be taken back as long as nobody has taken it. @param {{turn: MyTurn}} props */
function RoomSwitch({ turn: { turn, offered } }) {
  const { room, act } = usePhone();
  const waits = room.pending.some((tap) => tap.command.do === "offer_room");
  return (
    <button
      type="button"
      class="room-switch"
      role="switch"
      aria-checked={offered}
      aria-disabled={waits}
      onClick={() => waits || act({ do: "offer_room", turn, on: !offered })}
    >
      <span>{_("Happy to make room")}</span>
      <i aria-hidden="true" />
    </button>
  );
}

/** @param {{turn: MyTurn}} props */
function WayOut({ turn }) {
  if (turn.tapped_by) {
    return (
      <ActButton key="hand over" look="paper" command={{ do: "hand_over", turn: turn.turn }}>
        {_("Hand over to {name}", { name: nameOf(turn.tapped_by) })}
      </ActButton>
    );
  }
  return (
    <ActButton key="leave" look="paper" command={{ do: "free_chair", turn: turn.turn }}>
      {_("Leave my chair")}
    </ActButton>
  );
}
