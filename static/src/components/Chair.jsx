import { formatClock } from "../lib/clock.js";
import { _, nameOf } from "../lib/i18n.js";
import { shortName, sizeFor, twoLetters } from "../lib/names.js";
import { chairAngle, towards } from "../lib/places.js";

/** @typedef {import("../wire").ChairView} ChairView */

/**
 * @typedef {object} ChairProps
 * @property {ChairView} chair
 * @property {number} count how many chairs the bowl has
 * @property {number | null} seatedMs how long this turn is, where that may be shown
 * @property {number} limitMs the hint for it
 * @property {boolean} small without notes, with short words
 * @property {boolean} picked
 * @property {((chair: ChairView) => void) | undefined} onPick makes the chair a button
 */

/** One place in the bowl. @param {ChairProps} props */
export function Chair({ chair, count, seatedMs, limitMs, small, picked, onPick }) {
  const over = seatedMs !== null && seatedMs > limitMs;
  const classes = ["chair", `chair-${chair.state}`, over && "chair-over", picked && "chair-picked"];
  const told = toldOf(chair, seatedMs, over);
  const inside = <Inside chair={chair} note={noteOf(chair, seatedMs, over)} small={small} />;
  return (
    <li class={classes.filter(Boolean).join(" ")} style={towards(chairAngle(chair.no, count))}>
      {chair.person && chair.state !== "held" && <Ring part={seatedMs === null ? 0 : seatedMs / limitMs} />}
      {onPick ? (
        <button type="button" class="chair-inside" aria-label={told} aria-pressed={picked} onClick={() => onPick(chair)}>
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

/** @param {{part: number}} props */
function Ring({ part }) {
  const percent = Math.round(Math.min(1, part) * 1000) / 10;
  return (
    <svg class="chair-ring" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="47.5" />
      {percent > 0 && (
        <circle class="chair-time" cx="50" cy="50" r="47.5" pathLength="100" style={{ "--part": percent }} />
      )}
    </svg>
  );
}

/** What is seen in the chair. @param {{chair: ChairView, note: string, small: boolean}} props */
function Inside({ chair, note, small }) {
  if (!chair.person) {
    if (chair.state !== "open") return null;
    return (
      <span class="chair-name" aria-hidden="true">
        {small ? _("Open") : _("This chair is open")}
      </span>
    );
  }
  const name = shortName(chair.person);
  return (
    <>
      <bdi class="chair-name" data-size={sizeFor(name)} aria-hidden="true">
        {name}
      </bdi>
      <bdi class="chair-initials" aria-hidden="true">
        {twoLetters(chair.person)}
      </bdi>
      {note && (
        <span class="chair-note" aria-hidden="true">
          {note}
        </span>
      )}
    </>
  );
}

/** The line under the name. @param {ChairView} chair @param {number | null} seatedMs @param {boolean} over */
function noteOf(chair, seatedMs, over) {
  if (chair.state === "held") return _("is invited");
  if (chair.asked) return _("makes room soon");
  if (chair.offered) return _("offers this chair");
  if (seatedMs === null) return "";
  const time = formatClock(seatedMs);
  return over ? _("{time} over", { time }) : time;
}

/** The chair in one sentence. @param {ChairView} chair @param {number | null} seatedMs @param {boolean} over */
function toldOf(chair, seatedMs, over) {
  const { no, person } = chair;
  if (!person) return chair.state === "open" ? _("chair {no} is open", { no }) : _("chair {no} is empty", { no });
  const name = nameOf(person);
  if (chair.state === "held") return _("chair {no} is held for {name}", { no, name });
  const parts = [chair.state === "speaking" ? _("chair {no}, {name}, is speaking", { no, name }) : _("chair {no}, {name}", { no, name })];
  if (seatedMs !== null) parts.push(over ? _("{time} over", { time: formatClock(seatedMs) }) : formatClock(seatedMs));
  if (chair.asked) parts.push(_("makes room soon"));
  if (chair.offered) parts.push(_("offers this chair"));
  return parts.join(", ");
}
