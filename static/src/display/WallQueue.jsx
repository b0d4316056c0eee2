import { _, n_ } from "../shared/i18n/i18n.js";
import { chairAngle, headAngle, headingTo, placesFor, towards } from "../shared/bowl/places.js";
import { Fish } from "./Fish.jsx";
import { Flights } from "./Flights.jsx";
import { inQueue } from "./names.js";
import { queueLayout } from "./queue-layout.js";
import { useSquare } from "./square.js";

/** @typedef {import("../wire").ChairView} ChairView */
/** @typedef {import("../wire").WaitingView} WaitingView */

/**
 * Who is next, on the outer arc, from the open chair downwards. It goes into a bowl, and stays
 * there when nobody waits, so that the last one is seen moving to the chair.
 *
 * @param {{first: WaitingView[], count: number, chairs: ChairView[], counts: boolean}} props
 *   `counts`: whether it may be told how many more there are
 */
export function WallQueue({ first, count, chairs, counts }) {
  const isSquare = useSquare();
  const open = chairs.find((chair) => chair.state === "open");
  const toward = open ? chairAngle(open.no, placesFor(chairs)) : null;
  const head = headAngle(toward);
  const names = first.map(({ person }) => (person.name || person.no ? inQueue(person) : null));
  const lines = names.map((name) => name?.lines.length ?? 1);
  const { angles, heading, more } = queueLayout(lines, count, head, isSquare);
  const shown = first.slice(0, angles.length);
  const places = new Map(shown.map(({ person }, place) => [person.id, angles[place]]));
  return (
    <div class="wall-queue">
      {count > 0 && (
        <p class="wall-queue-place wall-queue-heading" style={towards(heading)}>
          <span class="wall-queue-who">{_("Next up")}</span>
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
              heading={place === 0 && toward !== null ? headingTo(angles[0], toward) : angles[place] - 90}
            />
          ))}
          {more !== null && counts && (
            <li key="more" class="wall-queue-place wall-queue-more" style={towards(more)}>
              <span class="wall-queue-who wall-queue-name">
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
