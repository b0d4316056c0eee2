import { _, n_ } from "../lib/i18n.js";

const DOTS_MAX = 27;

/** How well the talk is shared so far: one dot for each voice. @param {{figures: import("../wire").FiguresSlice}} props */
export function SoFar({ figures }) {
  const { voices, turns, people } = figures;
  return (
    <section class="so-far" aria-label={_("So far")}>
      <h2>{_("So far")}</h2>
      {voices > 0 && (
        <p class="voice-dots" aria-hidden="true">
          {Array.from({ length: Math.min(voices, DOTS_MAX) }, (_dot, index) => (
            <i key={index} />
          ))}
          {voices > DOTS_MAX && <span>+{voices - DOTS_MAX}</span>}
        </p>
      )}
      <p>
        <b>{n_("{n} voice", "{n} voices", voices)}</b> {n_("in {n} turn,", "in {n} turns,", turns)}{" "}
        {n_("{n} person in the room", "{n} people in the room", people)}
      </p>
    </section>
  );
}
