import { useEffect, useState } from "preact/hooks";
import { formatClock } from "../../shared/time/clock.js";
import { CLOCK_LENGTH, parseClock } from "../floor/timeline-times.js";

/**
 * A time that can be typed over; Enter or leaving the field saves, Escape puts it back.
 * @param {{label: string, ms: number, save: (ms: number) => unknown}} props
 */
export function TimeField({ label, ms, save }) {
  const shown = formatClock(ms);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const typed = parseClock(text);
  const done = async () => {
    if (text === shown) return;
    if (typed === null) setText(shown);
    else {
      await save(typed);
      setText(shown); // what was refused stands as it was; what was saved comes back by itself
    }
  };
  return (
    <input
      class="field-input time-field"
      aria-label={label}
      aria-invalid={typed === null}
      value={text}
      inputMode="numeric"
      maxLength={CLOCK_LENGTH}
      autocomplete="off"
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === "Enter") done();
        if (event.key === "Escape") setText(shown);
      }}
    />
  );
}
