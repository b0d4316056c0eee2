import { runningMs } from "../time/clock.js";
import { useNow } from "../ui/hooks.js";
import { _, nameOf } from "../i18n/i18n.js";
import { chairAngle, placesFor, towards } from "./places.js";
import { Chair } from "./Chair.jsx";
import { Table } from "./Table.jsx";
import { Halo, Water } from "./Water.jsx";

/** @typedef {import("../../wire").ChairView} ChairView */

/**
 * @typedef {object} BowlProps
 * @property {ChairView[]} chairs in the order of their numbers
 * @property {import("../../wire").ClockSlice} clock
 * @property {number} limitMs the hint for a turn (`session.seat_limit_ms`)
 * @property {number} [here] people around the bowl; left out, there is no halo
 * @property {import("../ui/fit.js").NameFits} [fits] on a wall: names as large as they can be
 * @property {boolean} [small] for phones: short words, no times
 * @property {number | null} [picked] the number of the picked chair
 * @property {(chair: ChairView) => void} [onPick] makes every chair a button
 * @property {import("preact").ComponentChildren} [table] the table, where it says something else than who speaks
 * @property {import("preact").ComponentChildren} [children] what belongs around it, as the queue
 */

/** The bowl, seen from above. @param {BowlProps} props */
export function Bowl(props) {
  const { chairs, clock, limitMs, here, fits, picked, onPick, table, children } = props;
  const { small = false } = props;
  const run = runningMs(clock, useNow());
  const count = placesFor(chairs);
  return (
    <div class={small ? "bowl bowl-small" : "bowl"} data-chairs={count}>
      <Water />
      {here !== undefined && <Halo here={here} radius={46.2} />}
      {table ?? <Speaker chairs={chairs} fits={fits} />}
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
            fits={fits}
            picked={picked === chair.no}
            onPick={onPick}
          />
        ))}
      </ol>
      {children}
    </div>
  );
}

/** The table, with the name of who speaks. @param {Pick<BowlProps, "chairs" | "fits">} props */
export function Speaker({ chairs, fits }) {
  const speaker = chairs.find((chair) => chair.state === "speaking")?.person;
  if (!speaker) return <Table />;
  const note = _("is speaking");
  return <Table words={nameOf(speaker)} fit={fits?.table(speaker, note)} note={note} />;
}
