import { haloRows } from "../lib/places.js";

const RIPPLES = [26.5, 43.5];
const OUTER_RIPPLES = [57.5, 70, 85, 103];

/** The ripples around the table. @param {{wide?: boolean}} props `wide`: beyond the bowl as well */
export function Water({ wide = false }) {
  const radii = wide ? [...RIPPLES, ...OUTER_RIPPLES] : RIPPLES;
  return (
    <svg
      class={wide ? "water water-wide" : "water"}
      viewBox={wide ? "-50 -50 200 200" : "0 0 100 100"}
      aria-hidden="true"
    >
      {radii.map((radius, place) => (
        <circle
          key={radius}
          cx="50"
          cy="50"
          r={radius}
          stroke-width={0.2 - place * 0.006}
          opacity={0.5 - place * 0.06}
        />
      ))}
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
