import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { chairAngle, headingTo, placesFor, towards } from "../shared/bowl/places.js";
import { FishShape } from "./Fish.jsx";

/** @typedef {import("../wire").ChairView} ChairView */
/** @typedef {{person: number, from: number, to: number}} Flight from and to which angle */

/**
 * Whoever is called swims from their place in the queue to the chair that is held for them.
 *
 * @param {{places: Map<number, number>, chairs: ChairView[]}} props
 *   `places`: the angle of each person who is seen waiting
 */
export function Flights({ places, chairs }) {
  const before = useRef(places);
  const [flights, setFlights] = useState(/** @type {Flight[]} */ ([]));

  useLayoutEffect(() => {
    const begun = chairs.flatMap((chair) => {
      const person = chair.state === "held" ? (chair.person?.id ?? 0) : 0;
      const from = places.has(person) ? undefined : before.current.get(person);
      return from === undefined ? [] : [{ person, from, to: chairAngle(chair.no, placesFor(chairs)) }];
    });
    before.current = places;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return; // where nothing moves, nothing would end
    if (begun.length > 0) setFlights((flying) => [...flying, ...begun]);
  }, [[...places.keys()].join(), chairs]);

  return flights.map((flight) => (
    <span
      key={flight.person}
      class="flight fish"
      aria-hidden="true"
      style={{ ...ends(flight), "--heading": `${headingTo(flight.from, flight.to)}deg` }}
      onAnimationEnd={() => setFlights((flying) => flying.filter((other) => other !== flight))}
    >
      <FishShape />
    </span>
  ));
}

/** @param {Flight} flight */
function ends({ from, to }) {
  const [start, end] = [towards(from), towards(to)];
  return { "--x": start["--x"], "--y": start["--y"], "--to-x": end["--x"], "--to-y": end["--y"] };
}
