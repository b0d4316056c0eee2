import { _ } from "../shared/i18n/i18n.js";

const RADII = [240, 330, 430, 540, 660, 790, 930, 1080];

/** The blank wall: only the background. */
export function Blank() {
  return (
    <main class="wall wall-blank on-water">
      <h1 class="visually-hidden">{_("The wall is empty for a moment.")}</h1>
      <svg class="pairs-ripples blank-ripples" viewBox="0 0 1920 1080" aria-hidden="true">
        {RADII.map((r, place) => (
          <circle key={r} class={`pairs-ring is-${place}`} cx="960" cy="540" r={r} />
        ))}
      </svg>
    </main>
  );
}
