import { useBreakBell } from "../../shared/time/break.js";
import { formatClock, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _ } from "../../shared/i18n/i18n.js";
import { titleOf } from "../../shared/method/phase-prompts.js";
import { usePairStep } from "../../shared/method/pair-share-bell.js";
import { parts } from "../../shared/method/run-of-show.js";
import { KeyCap } from "../keyboard/KeyCap.jsx";
import { shortcutOf, signOf } from "../keyboard/key-lookup.js";
import { may } from "../desk/rights.js";

const MINUTE_MS = 60_000;

/** All phases side by side, as wide as they are long; a press opens their plan. @param {{desk: import("../desk/desk.js").Desk}} props */
export function RunOfShow({ desk }) {
  const { clock, run } = desk.slices;
  useNow();
  usePairStep(run, clock);
  useBreakBell(clock);
  return (
    <section class="run-of-show" aria-label={_("Run of show")}>
      <ol>
        {parts(run, runningMs(clock)).map((part) => (
          <PartOfShow key={part.index} part={part} clock={clock} />
        ))}
      </ol>
      {clock.state !== "closed" && may(desk.slices, "edit_run") && (
        <button
          type="button"
          class="run-edit"
          aria-expanded={desk.panel === "run"}
          aria-keyshortcuts={shortcutOf("run")}
          onClick={() => desk.perform("run")}
        >
          {_("Edit the run")}
          <KeyCap sign={signOf("run")} extra />
        </button>
      )}
    </section>
  );
}

/** @param {{part: import("../../shared/method/run-of-show.js").Part, clock: import("../../wire").ClockSlice}} props */
function PartOfShow({ part, clock }) {
  const { phase, state, ranMs, overMs } = part;
  const isNow = state === "now" && clock.state !== "closed";
  const share = phase.planned_ms > 0 ? Math.min(1, ranMs / phase.planned_ms) : Number(state !== "ahead");
  const isOver = overMs > 0 && Math.round(overMs / 1000) > 0;
  return (
    <li
      style={{ "--minutes": Math.max(1, phase.planned_ms / MINUTE_MS) }}
      class={isNow ? "is-now" : state === "done" ? "is-done" : ""}
      aria-current={isNow ? "step" : undefined}
    >
      <div class={`part-bar${isOver ? " is-over" : ""}`}>
        <i style={{ "--done": `${state === "done" ? 100 : share * 100}%` }} />
      </div>
      <p title={_("{title}: {time} of {minutes} min", {
          title: titleOf(phase),
          time: formatClock(ranMs),
          minutes: Math.round(phase.planned_ms / MINUTE_MS),
        })}
      >
        <b>
          <bdi>{titleOf(phase)}</bdi>
        </b>
        <span>{partWords(part, clock)}</span>
      </p>
    </li>
  );
}

/** How long a part takes or took. @param {import("../../shared/method/run-of-show.js").Part} part @param {import("../../wire").ClockSlice} clock */
export function partWords({ phase, state, ranMs, overMs }, clock) {
  const minutes = Math.round(phase.planned_ms / MINUTE_MS);
  if (state === "ahead") return _("{minutes} min", { minutes });
  const over = Math.floor(overMs / 1000) > 0 ? formatClock(overMs) : "";
  if (state === "done" || clock.state === "closed") return over ? _("{over} over", { over }) : _("done");
  const params = { time: formatClock(ranMs), minutes, over };
  return over ? _("{minutes} min, {over} over", params) : _("{time} of {minutes} min", params);
}
