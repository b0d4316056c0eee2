import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { backWords, breakLeftWords, instantAt, instantIn, typedTime } from "../../shared/time/break.js";
import { nowMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { formatTime } from "../../shared/time/hours.js";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/** @import {Desk} from "../desk/desk.js" */

const MINUTE_MS = 60_000;
const USUAL_MINUTES = 15;
const STEP_MINUTES = 5;
/** What is one press away. */
const CHOICES = [5, 10, 15, 20, 30];
const LONGER_MINUTES = 5;

/** Until when the room rests: Enter begins the break, Escape leaves it. @param {{desk: Desk}} props */
export function BreakForm({ desk }) {
  const { break_until_ms: until } = desk.slices.clock;
  const [typed, setTyped] = useState(() => typedTime(until ?? instantIn(USUAL_MINUTES, nowMs(), STEP_MINUTES)));
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  const close = () => desk.set({ isPlanningBreak: false });
  /** @param {number} until_ms */
  const begin = (until_ms) => {
    close();
    desk.send({ do: "begin_break", until_ms });
  };
  return (
    <form
      class="seat-bar seat-bar-form"
      onSubmit={(event) => {
        event.preventDefault();
        const at = instantAt(typed);
        if (at !== null) begin(at);
      }}
    >
      <label for="break-until">{_("Break. Back at")}</label>
      <input
        id="break-until"
        ref={field}
        class="field-input break-until"
        type="time"
        required
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && close()}
      />
      <button type="submit" class="button button-small">
        {_("Start the break")} <kbd aria-hidden="true">↵</kbd>
      </button>
      <div class="seat-bar-actions" role="group" aria-label={_("Or in")}>
        {CHOICES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            class="button button-small button-quiet"
            onClick={() => begin(instantIn(minutes))}
          >
            {n_("{n} minute", "{n} minutes", minutes)}
          </button>
        ))}
      </div>
    </form>
  );
}

/** While the room rests: until when, how long, and more time. @param {{desk: Desk}} props */
export function OnBreak({ desk }) {
  const { clock } = desk.slices;
  const atMs = useNow();
  const later = Math.max(atMs, clock.break_until_ms ?? 0) + LONGER_MINUTES * MINUTE_MS;
  return (
    <div class="seat-bar">
      <p class="seat-bar-hint is-break">
        <b>{backWords(clock)}</b> <span role="timer">{breakLeftWords(clock, atMs)}</span>
      </p>
      {may(desk.slices, "begin_break") && (
        <div class="seat-bar-actions">
          <button
            type="button"
            class="button button-small"
            onClick={() => desk.send({ do: "begin_break", until_ms: instantIn(0, later) })}
          >
            {_("Back at {time}", { time: formatTime(instantIn(0, later)) })}
          </button>
          <button type="button" class="button button-small button-quiet" onClick={() => desk.perform("break")}>
            {_("Change the time")}
          </button>
        </div>
      )}
    </div>
  );
}
