import { arc } from "./rings.js";

const RADII = [340, 440, 550, 670, 800, 940]; // to both sides of the clock
const [X, Y] = [960, 760];
const HALF = 18; // degrees up and down from level: what is written above stays free

/** The water beside the large clock of a part. */
export function PartRipples() {
  return (
    <svg class="pairs-ripples" viewBox="0 0 1920 1080" aria-hidden="true">
      {RADII.map((r, place) =>
        [0, 180].map((side) => (
          <path key={`${r} ${side}`} class={`pairs-ring is-${place}`} d={arc(X, Y, r, side, HALF)} />
        )),
      )}
    </svg>
  );
}
