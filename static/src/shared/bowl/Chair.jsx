import { kindOf, noteOf, toldOf } from "../method/chair-words.js";
import { _ } from "../i18n/i18n.js";
import { briefName, shortName, sizeFor } from "../ui/short-names.js";
import { chairAngle, towards } from "./places.js";
import { Lines } from "../ui/Lines.jsx";

/** @typedef {import("../../wire").ChairView} ChairView */

/**
 * @typedef {object} ChairProps
 * @property {ChairView} chair
 * @property {number} count how many chairs the bowl has
 * @property {number | null} seatedMs how long this turn is, where that may be shown
 * @property {number} limitMs the hint for it
 * @property {boolean} small with short words and without notes
 * @property {import("../ui/fit.js").NameFits} [fits] on a wall: names as large as they can be, in whole words
 * @property {boolean} picked
 * @property {((chair: ChairView) => void) | undefined} onPick makes the chair a button
 */

/** One place in the bowl. @param {ChairProps} props */
export function Chair({ chair, count, seatedMs, limitMs, small, fits, picked, onPick }) {
  const isKept = chair.kind !== "speaker"; // hosts and guests stay: no limit is meant for them
  const seated = { ms: seatedMs, over: !isKept && seatedMs !== null && seatedMs > limitMs };
  const told = toldOf(chair, seated);
  const classes = [
    "chair",
    `chair-${chair.state}`,
    seated.over && "chair-over",
    isKept && "chair-kept",
    chair.closing && "chair-closing",
    picked && "chair-picked",
  ];
  const inside = chair.person ? (
    <Sitting no={chair.no} person={chair.person} note={noteOf(chair, seated)} kind={kindOf(chair)} small={small} fits={fits} />
  ) : (
    <Nobody chair={chair} small={small} short={small || onPick !== undefined} />
  );
  return (
    <li class={classes.filter(Boolean).join(" ")} style={towards(chairAngle(chair.no, count))}>
      {chair.turn !== null && <Ring part={seatedMs === null || isKept ? 0 : seatedMs / limitMs} />}
      {onPick ? (
        <button
          type="button"
          class="chair-inside"
          aria-label={told}
          aria-pressed={picked}
          onClick={() => onPick(chair)}
        >
          {inside}
        </button>
      ) : (
        <div class="chair-inside">
          <span class="visually-hidden">{told}</span>
          {inside}
        </div>
      )}
    </li>
  );
}

/** The seated time as a part of what is meant for a turn. @param {{part: number}} props */
function Ring({ part }) {
  const percent = Math.round(Math.min(1, part) * 1000) / 10;
  const circle = { cx: 50, cy: 50, r: 47.5 };
  return (
    <svg class="chair-ring" viewBox="0 0 100 100" aria-hidden="true">
      <circle {...circle} />
      {percent > 0 && (
        <circle {...circle} class="chair-time" pathLength="100" style={{ "--part": percent }} />
      )}
    </svg>
  );
}

/** @param {{no: number, person: import("../../wire").Label, note: string, kind: string, small: boolean, fits: import("../ui/fit.js").NameFits | undefined}} props */
function Sitting({ no, person, note, kind, small, fits }) {
  const fit = fits?.chair(person, [kind, note]);
  const name = small ? briefName(person) : shortName(person);
  return (
    <span class="chair-words" aria-hidden="true">
      {fit ? (
        <bdi class="chair-name is-fitted" style={{ "--size": fit.size }}>
          <Lines lines={fit.lines} />
        </bdi>
      ) : (
        <bdi class="chair-name" data-size={sizeFor(name)}>
          {name}
        </bdi>
      )}
      {small && <span class="chair-number">{no}</span>}
      {kind && <span class="chair-kind">{kind}</span>}
      {note && <span class="chair-note">{note}</span>}
    </span>
  );
}

/** @param {{chair: ChairView, small: boolean, short: boolean}} props `short`: a button is called by what is written on it */
function Nobody({ chair, small, short }) {
  const open = chair.state === "open" && (short ? _("Open") : _("This chair is open"));
  const kind = kindOf(chair);
  if (!open && !kind && !small) return null;
  return (
    <span class="chair-words" aria-hidden="true">
      {small && <span class="chair-number">{chair.no}</span>}
      {open ? <span class="chair-name">{open}</span> : kind && <span class="chair-kind">{kind}</span>}
    </span>
  );
}
