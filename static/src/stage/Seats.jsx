import { kindOf } from "../shared/method/chair-words.js";
import { formatClock, formatLeft, runningMs } from "../shared/time/clock.js";
import { useNow } from "../shared/ui/hooks.js";
import { _, fill, listed, nameOf } from "../shared/i18n/i18n.js";
import { FittedName, nameFor } from "./FittedName.jsx";

/**
 * @import {ChairView, RoomView, StageSlices} from "../wire"
 */

/** The chairs, one below the other, each with the time of who sits there. @param {{slices: StageSlices}} props */
export function Seats({ slices: { bowl, clock, session, stage } }) {
  const runMs = runningMs(clock, useNow());
  return (
    <ol class="seats" aria-label={_("The bowl")} data-chairs={bowl.chairs.length}>
      {bowl.chairs.map((chair) => (
        <Seat
          key={chair.no}
          chair={chair}
          asked={stage.room.find((one) => one.chair === chair.no)}
          runMs={runMs}
          limitMs={session.seat_limit_ms}
          begun={session.state !== "lobby"}
        />
      ))}
    </ol>
  );
}

/** @param {{chair: ChairView, asked: RoomView | undefined, runMs: number, limitMs: number, begun: boolean}} props */
function Seat({ chair, asked, runMs, limitMs, begun }) {
  const { no, person, state, began_run_ms: began, kind } = chair;
  const ms = began === null || !begun ? null : Math.max(0, runMs - began);
  const isOver = kind === "speaker" && ms !== null && ms > limitMs; // hosts and guests stay
  const name = nameIn(chair);
  return (
    <li class={["seat", `seat-${state}`, isOver && "seat-over", asked && "seat-asked"].filter(Boolean).join(" ")}>
      <b class="seat-no">{no}</b>
      <span class="seat-who">
        {name && <FittedName name={name} class="seat-name" />}
        <span class="seat-note">{noteOn(chair, asked, runMs)}</span>
      </span>
      {person && ms !== null && (
        <span class="seat-time" role="timer">
          {formatClock(ms)}
          {isOver && <small>{_("over")}</small>}
        </span>
      )}
    </li>
  );
}

/** Who sits there; nobody's name on a screen without names. @param {ChairView} chair */
function nameIn({ no, person, state }) {
  if (!person) return state === "open" ? _("This chair is open") : "";
  return person.name || person.no ? nameFor(person) : _("Chair {no}", { no });
}

/** What is said under a name. @param {ChairView} chair @param {RoomView | undefined} asked @param {number} runMs */
function noteOn(chair, asked, runMs) {
  if (chair.state === "held") return _("is invited");
  if (asked) return <RoomWords asked={asked} runMs={runMs} />;
  return listed([kindOf(chair), chair.state === "speaking" && _("is speaking"), chair.closing && _("closes when left")]);
}

/** @param {{asked: RoomView, runMs: number}} props */
function RoomWords({ asked: { takes, minute_until_run_ms: until }, runMs }) {
  const name = takes && (takes.name || takes.no) ? <bdi>{nameOf(takes)}</bdi> : null;
  if (until !== null) {
    const time = <b role="timer">{formatLeft(Math.max(0, until - runMs))}</b>;
    return fill(_("Finish your thought: {time}, then make room."), { time });
  }
  return name ? fill(_("Please make room for {name}."), { name }) : _("Please make room.");
}
