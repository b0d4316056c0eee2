/** What is on a tape at a moment of the session clock; pure. */

/**
 * @import {ChairView, DisplaySlices, Label, NoteKind} from "../wire"
 * @typedef {{at_run_ms: number, slices: Record<string, number>, here: number}} Frame
 * @typedef {{at_run_ms: number, topic: number, title: string}} Chapter
 * @typedef {{at_run_ms: number, kind: NoteKind, words: string, person: Label | null, owner: string}} Note
 * @typedef {{name: string, side: string, cx: number, cy: number, x: number, y: number, width: number}} WebVoice
 * @typedef {{voices: WebVoice[], flows: {path: string, level: number, at_run_ms: number}[]}} Web
 * @typedef {{length_ms: number, parts: any[], frames: Frame[], chapters: Chapter[], notes: Note[], web: Web | null}} Tape
 * @typedef {{frame: number, slices: DisplaySlices, here: number}} Picture
 */

/** Words of welcome, while people are seated already, take no longer. */
const WELCOME_MAX_MS = 10 * 60_000;

/** Which frame is shown at a moment; -1 before the first. @param {{at_run_ms: number}[]} frames @param {number} runMs */
export function frameAt(frames, runMs) {
  let [low, high] = [0, frames.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (frames[middle].at_run_ms <= runMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * What is shown at a moment. Played forwards it goes on from the picture before.
 *
 * @param {Tape} tape
 * @param {number} runMs
 * @param {Picture | null} [before]
 * @returns {Picture}
 */
export function pictureAt(tape, runMs, before = null) {
  const frame = Math.max(0, frameAt(tape.frames, runMs));
  if (before?.frame === frame) return before;
  const goesOn = before !== null && before.frame < frame;
  const slices = /** @type {Record<string, any>} */ ({ ...(goesOn ? before.slices : null) });
  for (let place = goesOn ? before.frame + 1 : 0; place <= frame; place += 1) {
    for (const [name, part] of Object.entries(tape.frames[place].slices)) slices[name] = tape.parts[part];
  }
  return { frame, slices: /** @type {any} */ (slices), here: tape.frames[frame].here };
}

/**
 * When the talk begins: at the first mark of who speaks, or when the first chair is taken, where that
 * mark came much later and so was not the first word.
 *
 * @param {Tape} tape
 */
export function firstTalk(tape) {
  /** @param {(chair: ChairView) => boolean} isSo */
  const first = (isSo) =>
    tape.frames.find(({ slices }) => tape.parts[slices.bowl]?.chairs.some(isSo))?.at_run_ms;
  const seated = first((chair) => chair.person !== null) ?? 0;
  const speaking = first((chair) => chair.state === "speaking") ?? seated;
  return speaking - seated > WELCOME_MAX_MS ? seated : Math.max(seated, speaking);
}

/** Where the topic that is on began, and the next one begins. @param {Chapter[]} chapters @param {number} runMs @param {1 | -1} way */
export function chapterFrom(chapters, runMs, way) {
  if (way > 0) return chapters.find((chapter) => chapter.at_run_ms > runMs);
  // Back means the beginning of this one, and soon after it the one before.
  return chapters.filter((chapter) => chapter.at_run_ms < runMs - 3_000).at(-1);
}
