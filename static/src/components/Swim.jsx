import { _, n_ } from "../lib/i18n.js";
import { chairAngle, headAngle, headingTo, placesFor, towards } from "../lib/places.js";
import { Fish } from "./Fish.jsx";
import { Flights } from "./Flights.jsx";

/** @typedef {import("../wire").ChairView} ChairView */
/** @typedef {import("../wire").WaitingView} WaitingView */

const STEP = 11.6; // degrees from one fish to the next
const ABOVE = 9.5; // degrees from the first to the words over it
const MOST = 5; // beyond, four and a number

/**
 * Who is next, on the outer arc, from the open chair downwards. It goes into a bowl, and stays
 * there when nobody waits, so that the last one can be seen to swim to the chair.
 *
 * @param {{first: WaitingView[], count: number, chairs: ChairView[]}} props
 */
export function Swim({ first, count, chairs }) {
  const open = chairs.find((chair) => chair.state === "open");
  const toward = open ? chairAngle(open.no, placesFor(chairs)) : null;
  const head = headAngle(toward);
  const shown = count > MOST ? first.slice(0, MOST - 1) : first;
  const angles = shown.map((_waiting, place) => head + place * STEP);
  const places = new Map(shown.map(({ person }, place) => [person.id, angles[place]]));
  const more = count - shown.length;
  return (
    <div class="swim">
      {count > 0 && (
        <p class="swim-place swim-heading" style={towards(head - ABOVE)}>
          <span class="swim-who">{_("Next up")}</span>
        </p>
      )}
      {count > 0 && (
        <ol aria-label={_("The queue")}>
          {shown.map((waiting, place) => (
            <Fish
              key={waiting.person.id}
              waiting={waiting}
              no={place + 1}
              angle={angles[place]}
              heading={place === 0 && toward !== null ? headingTo(head, toward) : angles[place] - 90}
            />
          ))}
          {more > 0 && (
            <li key="more" class="swim-place swim-more" style={towards(head + shown.length * STEP)}>
              <span class="swim-who swim-name">{n_("and {n} more", "and {n} more", more)}</span>
            </li>
          )}
        </ol>
      )}
      <Flights places={places} chairs={chairs} />
    </div>
  );
}
