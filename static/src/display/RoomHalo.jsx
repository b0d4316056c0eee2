import { Halo } from "../shared/bowl/Water.jsx";
import { haloPoints } from "../shared/bowl/places.js";
import { useLights } from "./lights.js";

const RADIUS = 52.4; // just outside the chairs, in hundredths of the bowl's width
const UNCOUNTED = 60; // places for lights where the wall does not tell how many are here

/**
 * The room around the bowl: a dot for everybody, and a light where somebody reacts. Whose it is
 * nobody can tell: the lights go round by themselves.
 *
 * @param {{here: number | null, signals: import("../wire").SignalsMessage | null}} props
 *   `here`: `null` where it is not told; `signals`: `null` while nobody can react
 */
export function RoomHalo({ here, signals }) {
  const lights = useLights(signals);
  const [row] = haloPoints(here || UNCOUNTED, RADIUS, 0);
  return (
    <>
      {here !== null && <Halo here={here} radius={RADIUS} closed />}
      <svg class="water lights" viewBox="0 0 100 100" aria-hidden="true">
        {lights.map(({ id, at }) => {
          const [x, y] = row[Math.floor(at * row.length)];
          return <circle key={id} cx={x} cy={y} r="0.85" />;
        })}
      </svg>
    </>
  );
}
