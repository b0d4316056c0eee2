import { useEffect, useRef } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _ } from "../../shared/i18n/i18n.js";
import { nextInLine } from "../desk/actions.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { KeyCap } from "../keyboard/KeyCap.jsx";
import { HoldButton } from "../ui/HoldButton.jsx";
import { holdsNextPart } from "../keyboard/key-lookup.js";
import { may, mayPress } from "../desk/rights.js";
import { makesRoomWords } from "../bowl/making-room.js";
import { callWords, nextHint, nextWords, nothingNextWords, othersWords, skipWords } from "../desk/words.js";

/**
 * The one next action with its key, what can be done instead, and why.
 * @param {{desk: import("../desk/desk.js").Desk, alone?: boolean}} props `alone`: without what can be done instead
 */
export function NextAction({ desk, alone = false }) {
  const { action, clock, run } = desk.slices;
  const { next } = action;
  const isOurs = mayPress(desk, "next");
  useSpoken(next && isOurs ? nextWords(next, run, clock) : nothingNextWords(desk.slices));
  return (
    <section class="next" aria-label={_("Next")}>
      {next?.words && (
        <blockquote class="read-aloud" dir="auto">
          {next.words}
        </blockquote>
      )}
      {next && isOurs ? (
        <HoldButton
          desk={desk}
          action="next"
          hold={next.hold}
          shortcut="Space"
          class={`next-button${next.calm ? " is-calm" : ""}`}
        >
          <span>{nextWords(next, run, clock)}</span>
          <kbd aria-hidden="true">{signOfNext(desk, next.hold)}</kbd>
        </HoldButton>
      ) : (
        <p class="next-button is-nothing">{next ? othersWords(next) : nothingNextWords(desk.slices)}</p>
      )}
      {clock.state !== "closed" && !alone && <Instead desk={desk} />}
      <Why desk={desk} />
    </section>
  );
}

/** @param {import("../desk/desk.js").Desk} desk @param {boolean} hold */
function signOfNext(desk, hold) {
  if (desk.holding === "next") return _("keep holding");
  return hold ? _("hold Space") : _("Space");
}

/** Says what Space means whenever that has changed. @param {string} words */
function useSpoken(words) {
  const last = useRef(words);
  useEffect(() => {
    if (words !== last.current) announce(_("Space: {action}", { action: words }));
    last.current = words;
  }, [words]);
}

/** @param {{desk: import("../desk/desk.js").Desk}} props */
function Instead({ desk }) {
  const { clock, run } = desk.slices;
  return (
    <div class="next-instead">
      {clock.state === "running" && (
        <ActionButton desk={desk} action="skip" label={skipWords(desk.slices, nextInLine(desk.slices))} />
      )}
      <ActionButton desk={desk} action="extend" label={_("+ 5 min")} />
      {clock.state !== "lobby" && run.index < run.phases.length - 1 && may(desk.slices, "begin_phase") && (
        <NextPart desk={desk} />
      )}
      {may(desk.slices, "close_session") && (
        <HoldButton desk={desk} action="close" hold shortcut="C" class="button button-small">
          <span class="button-label" title={_("End session")}>
            {_("End session")}
          </span>
          <KeyCap sign={_("hold C")} letter />
        </HoldButton>
      )}
    </div>
  );
}

/** Goes on; held only while somebody is on the way to a chair. @param {{desk: import("../desk/desk.js").Desk}} props */
function NextPart({ desk }) {
  const hold = holdsNextPart(desk.slices);
  return (
    <HoldButton desk={desk} action="next_part" hold={hold} shortcut="P" class="button button-small">
      <span class="button-label">{_("Next part")}</span>
      <KeyCap sign={hold ? _("hold P") : "P"} letter />
    </HoldButton>
  );
}

/** @param {{desk: import("../desk/desk.js").Desk}} props */
function Why({ desk }) {
  useNow();
  const { action, clock, queue, session } = desk.slices;
  if (!mayPress(desk, "next")) return <p class="next-why" />;
  const room = action.makes_room;
  const run = runningMs(clock);
  const call =
    action.next?.do === "confirm_seated" && queue.calls.find((one) => one.call === action.next?.args.call);
  let text = nextHint(desk.slices);
  if (call) text = callWords(call, run);
  else if (room && !["swap_group", "take_chair_away"].includes(action.next?.do ?? "")) text = makesRoomWords(room, run, session.seat_limit_ms);
  return <p class="next-why">{text}</p>;
}
