import { useState } from "preact/hooks";
import { formatClock } from "../../shared/time/clock.js";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { CLOCK_LENGTH, parseClock } from "./timeline-times.js";

/**
 * @import {CorrectFloor, FloorLine, TurnLine} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

const NOBODY = "nobody";
const FACILITATOR = "facilitator";

/** Gives a stretch of the floor, or a part of it, to whose it was. @param {{desk: Desk, line: FloorLine, until: number, close: () => void}} props */
export function GiveInterval({ desk, line, until, close }) {
  const [from, setFrom] = useState(formatClock(line.from_run_ms));
  const [to, setTo] = useState(formatClock(until));
  const [whose, setWhose] = useState("");
  const there = desk.slices.timeline.turns.filter(
    (turn) => turn.turn !== line.turn && wasThere(turn, line.from_run_ms, until),
  );
  const command = correction(line, until, from, to, whose);
  return (
    <form
      class="give-interval"
      onSubmit={async (event) => {
        event.preventDefault();
        if (command && (await desk.send(command)).ok) close();
      }}
    >
      <label>
        {_("From")}
        <input
          class="field-input time-field"
          value={from}
          maxLength={CLOCK_LENGTH}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label>
        {_("until")}
        <input
          class="field-input time-field"
          value={to}
          maxLength={CLOCK_LENGTH}
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </label>
      <label class="give-whose">
        {_("Assign this time to")}
        <select class="field-input" value={whose} onChange={(event) => setWhose(event.currentTarget.value)}>
          <option value="">{_("Who was it?")}</option>
          {there.map((turn) => (
            <option key={turn.turn} value={String(turn.turn)}>
              {nameOf(turn.person)}
            </option>
          ))}
          {line.turn !== null && <option value={FACILITATOR}>{_("You")}</option>}
          <option value={NOBODY}>{_("Nobody")}</option>
        </select>
      </label>
      <button type="submit" class="button button-small" disabled={!command}>
        {_("Assign")}
      </button>
    </form>
  );
}

/** @param {TurnLine} turn @param {number} from @param {number} until */
function wasThere(turn, from, until) {
  return turn.began_run_ms < until && (turn.ended_run_ms ?? Infinity) > from;
}

/**
 * @param {FloorLine} line
 * @param {number} until when the stretch ends, or now
 * @param {string} from as typed
 * @param {string} to as typed
 * @param {string} whose
 * @returns {CorrectFloor | null} `null` while something is missing, or is no time
 */
export function correction(line, until, from, to, whose) {
  // Seconds are shown, milliseconds are kept: what was not touched stays exactly as it was.
  const fromMs = from === formatClock(line.from_run_ms) ? line.from_run_ms : parseClock(from);
  const isEnd = line.until_run_ms !== null && to === formatClock(until);
  const untilMs = isEnd ? line.until_run_ms : parseClock(to);
  if (!whose || fromMs === null || untilMs === null || fromMs >= untilMs) return null;
  const turn = whose === NOBODY || whose === FACILITATOR ? null : Number(whose);
  return {
    do: "correct_floor",
    from_run_ms: fromMs,
    until_run_ms: untilMs,
    turn,
    facilitator: whose === FACILITATOR,
  };
}
