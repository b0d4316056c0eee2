import { haloRows } from "./places.js";

const RIPPLES = [26.5, 43.5];
const OUTER_ARC = "M16.25 90.22A52.5 52.5 0 1 1 83.75 90.22"; // open below, where the way in is written

/** The ripples around the table. @param {{wide?: boolean}} props `wide`: one beyond the bowl as well */
export function Water({ wide = false }) {
  return (
    <svg class="water" viewBox="0 0 100 100" aria-hidden="true">
      {RIPPLES.map((radius, place) => (
        <circle
          key={radius}
          cx="50"
          cy="50"
          r={radius}
          stroke-width={0.2 - place * 0.006}
          opacity={0.5 - place * 0.06}
        />
      ))}
      {wide && <path class="water-outer" d={OUTER_ARC} />}
    </svg>
  );
}

/**
 * The room around the bowl: one dot for each person who is here.
 *
 * @param {{here: number, radius?: number, closed?: boolean}} props `closed`: no gap at the bottom
 */
export function Halo({ here, radius = 47.6, closed = false }) {
  return (
    <svg class="water halo" viewBox="0 0 100 100" aria-hidden="true">
      {haloRows(here, radius, closed ? 0 : undefined).map((dots, row) => (
        <path key={row} d={dots} opacity={row === 0 ? 0.9 : 0.62} />
      ))}
    </svg>
  );
}
