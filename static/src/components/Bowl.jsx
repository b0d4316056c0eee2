import { runningMs } from "../lib/clock.js";
import { useNow } from "../lib/hooks.js";
import { _, nameOf } from "../lib/i18n.js";
import { seatName } from "../lib/names.js";
import { chairAngle, placesFor, towards } from "../lib/places.js";
import { Chair } from "./Chair.jsx";
import { Table } from "./Table.jsx";
import { Halo, Water } from "./Water.jsx";

/** @typedef {import("../wire").ChairView} ChairView */

/**
 * @typedef {object} BowlProps
 * @property {ChairView[]} chairs in the order of their numbers
 * @property {import("../wire").ClockSlice} clock
 * @property {number} limitMs the hint for a turn (`session.seat_limit_ms`)
 * @property {number} [here] people around the bowl; left out, there is no halo
 * @property {boolean} [wide] ripples beyond the bowl, for a face that is all water
 * @property {boolean} [small] for phones: short words, no times
 * @property {number | null} [picked] the number of the picked chair
 * @property {(chair: ChairView) => void} [onPick] makes every chair a button
 * @property {string} [words] what the table says; left out, who speaks
 * @property {string} [note] smaller, under the words
 * @property {import("preact").ComponentChildren} [children] what belongs around it, as the queue
 */

/** The bowl, seen from above. @param {BowlProps} props */
export function Bowl(props) {
  const { chairs, clock, limitMs, here, picked, onPick, words, note, children } = props;
  const { wide = false, small = false } = props;
  const run = runningMs(clock, useNow());
  const count = placesFor(chairs);
  const speaker = chairs.find((chair) => chair.state === "speaking")?.person;
  const spoken = words === undefined && speaker ? nameOf(speaker) : (words ?? "");
  return (
    <div class={small ? "bowl bowl-small" : "bowl"} data-chairs={count}>
      <Water wide={wide} />
      {here !== undefined && <Halo here={here} radius={wide ? 49.2 : 46.2} />}
      <Table
        wide={wide}
        words={spoken}
        brief={wide && words === undefined && speaker ? seatName(speaker) : ""}
        note={words === undefined && speaker ? _("is speaking") : note}
      />
      {chairs.map(({ no, state }) => (
        <span
          key={no}
          class="place-card"
          data-lit={state === "open" || state === "speaking" || undefined}
          style={towards(chairAngle(no, count))}
          aria-hidden="true"
        >
          {no}
        </span>
      ))}
      <ol aria-label={_("The bowl")}>
        {chairs.map((chair) => (
          <Chair
            key={chair.no}
            chair={chair}
            count={count}
            seatedMs={chair.began_run_ms === null ? null : Math.max(0, run - chair.began_run_ms)}
            limitMs={limitMs}
            small={small}
            wide={wide}
            picked={picked === chair.no}
            onPick={onPick}
          />
        ))}
      </ol>
      {children}
    </div>
  );
}
