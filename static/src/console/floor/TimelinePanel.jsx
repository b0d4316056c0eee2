import { useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { formatClock, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { GiveInterval } from "./GiveInterval.jsx";
import { TimeField } from "../ui/TimeField.jsx";

/**
 * @import {FloorLine, TurnLine} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** Who spoke and who sat lately, to be put right. @param {{desk: Desk}} props */
export function TimelinePanel({ desk }) {
  const { floor, turns } = desk.slices.timeline;
  return (
    <div class="rail-scroll timeline-panel" tabIndex={0} role="group" aria-label={_("Timeline")}>
      <h3>{_("Who spoke")}</h3>
      {floor.length === 0 && <p class="hint">{_("Nobody has been given the floor yet: keys 1 to 8.")}</p>}
      <ol>
        {floor.map((line) => (
          <Spoken key={`${line.turn} ${line.from_run_ms}`} desk={desk} line={line} />
        ))}
      </ol>
      <h3>{_("Who sat")}</h3>
      {turns.length === 0 && <p class="hint">{_("Nobody has sat yet.")}</p>}
      <ol>
        {turns.map((line) => (
          <Sat key={line.turn} desk={desk} line={line} />
        ))}
      </ol>
    </div>
  );
}

/** @param {{desk: Desk, line: FloorLine}} props */
function Spoken({ desk, line }) {
  useNow();
  const [isOpen, open] = useState(false);
  const name = line.person ? nameOf(line.person) : _("You");
  const until = line.until_run_ms ?? runningMs(desk.slices.clock);
  const time = _("{from} to {until}", {
    from: formatClock(line.from_run_ms),
    until: line.until_run_ms === null ? _("now") : formatClock(line.until_run_ms),
  });
  return (
    <li class="interval">
      <span class="interval-time">{time}</span>
      <bdi>{name}</bdi>
      <button
        type="button"
        class="icon-button more-button"
        aria-expanded={isOpen}
        aria-label={_("Correct: {name}, {time}", { name, time })}
        onClick={() => open(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && <GiveInterval desk={desk} line={line} until={until} close={() => open(false)} />}
    </li>
  );
}

/** @param {{desk: Desk, line: TurnLine}} props */
function Sat({ desk, line }) {
  const name = nameOf(line.person);
  return (
    <li class="sat">
      <span class="sat-chair">{line.chair}</span>
      <bdi>{name}</bdi>
      <TimeField
        label={_("{name} sat down", { name })}
        ms={line.began_run_ms}
        save={(ms) => desk.send({ do: "correct_turn", turn: line.turn, began_run_ms: ms })}
      />
      {line.ended_run_ms === null ? (
        <span class="sat-now">{_("now")}</span>
      ) : (
        <TimeField
          label={_("{name} left", { name })}
          ms={line.ended_run_ms}
          save={(ms) => desk.send({ do: "correct_turn", turn: line.turn, ended_run_ms: ms })}
        />
      )}
    </li>
  );
}
