import { placesAround } from "./place.js";

/** The positions of the five fish on the arc, those ahead first. */
const SLOTS = [
  { x: 40, y: 74, turn: -25 },
  { x: 118, y: 40, turn: -10 },
  { x: 204, y: 30, turn: 2 },
  { x: 290, y: 44, turn: 12 },
  { x: 366, y: 80, turn: 22 },
];
const FISH =
  "M-36 0C-28-19-9-27 6-21C15-17 22-10 28-4C32-8 37-12 42-14C39-6 39 6 42 14C37 12 32 8 28 4C22 10 15 17 6 21C-9 27-28 19-36 0Z";

/**
 * The queue around the own place, as fish on their way to the bowl. The words say the same.
 *
 * @param {{place: number, count: number}} props
 */
export function QueueArc({ place, count }) {
  return (
    <svg class="queue-arc" viewBox="0 0 400 120" aria-hidden="true">
      <g class="along">
        <path class="queue-arc-line" d="M10 92Q200-40 400 100" />
        {placesAround(place, count).map((other, slot) => {
          if (!other) return null;
          const { x, y, turn } = SLOTS[slot];
          const own = slot === 2;
          return (
            <g key={other} class={own ? "queue-arc-fish is-own" : "queue-arc-fish"}>
              <path
                d={FISH}
                transform={`translate(${x} ${y}) rotate(${turn}) scale(${own ? 0.82 : 0.62})`}
              />
              <text class="along" x={x - 3} y={y + 6}>
                {other}
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
}
