import { useEffect, useState } from "preact/hooks";
import { _, n_, nameOf } from "../lib/i18n.js";
import { linesOf, shortName } from "../lib/names.js";
import { chairAngle, headAngle, headingTo, placesFor, towards } from "../lib/places.js";
import { shoal } from "../lib/shoal.js";
import { Fish } from "./Fish.jsx";
import { Flights } from "./Flights.jsx";

/** @typedef {import("../wire").ChairView} ChairView */
/** @typedef {import("../wire").WaitingView} WaitingView */

const SQUARE = "(max-aspect-ratio: 31/20)"; // as in the style
const ROOMY = 20; // letters of two lines: a longer name is shortened

/**
 * Who is next, on the outer arc, from the open chair downwards. It goes into a bowl, and stays
 * there when nobody waits, so that the last one can be seen to swim to the chair.
 *
 * @param {{first: WaitingView[], count: number, chairs: ChairView[], counts: boolean}} props
 *   `counts`: whether it may be told how many more there are
 */
export function Swim({ first, count, chairs, counts }) {
  const isSquare = useMedia(SQUARE);
  const open = chairs.find((chair) => chair.state === "open");
  const toward = open ? chairAngle(open.no, placesFor(chairs)) : null;
  const head = headAngle(toward);
  const names = first.map(({ person }) => shownName(person));
  const { angles, heading, more } = shoal(names, count, head, isSquare);
  const shown = first.slice(0, angles.length);
  const places = new Map(shown.map(({ person }, place) => [person.id, angles[place]]));
  return (
    <div class="swim">
      {count > 0 && (
        <p class="swim-place swim-heading" style={towards(heading)}>
          <span class="swim-who">{_("Next up")}</span>
        </p>
      )}
      {count > 0 && (
        <ol aria-label={_("The queue")}>
          {shown.map((waiting, place) => (
            <Fish
              key={waiting.person.id}
              waiting={waiting}
              name={names[place]}
              no={place + 1}
              angle={angles[place]}
              heading={place === 0 && toward !== null ? headingTo(head, toward) : angles[place] - 90}
            />
          ))}
          {more !== null && counts && (
            <li key="more" class="swim-place swim-more" style={towards(more)}>
              <span class="swim-who swim-name">
                {n_("and {n} more", "and {n} more", count - shown.length)}
              </span>
            </li>
          )}
        </ol>
      )}
      <Flights places={places} chairs={chairs} />
    </div>
  );
}

/** A name in at most two lines, where it can be; empty on a wall without names. @param {import("../wire").Label} person */
function shownName(person) {
  if (!person.name && !person.no) return "";
  const full = nameOf(person);
  return linesOf(full, ROOMY / 2) > 2 ? shortName(person) : full;
}

/** @param {string} query */
function useMedia(query) {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const changed = () => setHolds(media.matches);
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  }, [query]);
  return holds;
}
