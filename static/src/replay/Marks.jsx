/** How far the middle of the slider's thumb stays from its ends, in pixels: half of a thumb. */
const INSET_PX = 8;

/**
 * Where topics begin and notes were taken, as marks on the track; in words both are beside the stage.
 *
 * @param {{tape: import("./tape.js").Tape}} props
 */
export function Marks({ tape }) {
  const isFromRight = document.documentElement.dir === "rtl";
  /** @param {number} runMs */
  const x = (runMs) => {
    const percent = (100 * runMs) / (tape.length_ms || 1);
    return `${isFromRight ? 100 - percent : percent}%`;
  };
  return (
    <svg class="replay-marks" style={{ insetInline: `${INSET_PX}px` }} aria-hidden="true">
      {tape.chapters.map(({ at_run_ms: at }, place) => (
        <line key={`topic-${place}`} class="replay-mark-topic" x1={x(at)} x2={x(at)} y1="18%" y2="82%" />
      ))}
      {tape.notes.map(({ at_run_ms: at }, place) => (
        <circle key={`note-${place}`} class="replay-mark-note" cx={x(at)} cy="86%" r="3" />
      ))}
    </svg>
  );
}
