import { Lines } from "../shared/ui/Lines.jsx";
import { kindWords } from "../shared/method/request-kinds.js";
import { towards } from "../shared/bowl/places.js";

/** @typedef {import("../wire").WaitingView} WaitingView */

const SHAPE =
  "M78 42C70 23 51 15 36 21C27 25 20 32 14 38C10 34 5 30 0 28C3 36 3 48 0 56C5 54 10 50 14 46C20 52 27 59 36 63C51 69 70 61 78 42Z";

/**
 * Somebody in the queue.
 *
 * @param {{waiting: WaitingView, name: {lines: string[], width: number} | null, no: number, angle: number,
 *   heading: number}} props `name`: its lines, and how wide they are in parts of their size; none on a wall
 *   without names. `angle`: where on the arc; `heading`: where the fish looks; both in degrees
 */
export function Fish({ waiting, name, no, angle, heading }) {
  return (
    <li
      class={no === 1 ? "wall-queue-place wall-queue-next" : "wall-queue-place"}
      style={{ ...towards(angle), "--heading": `${heading}deg` }}
    >
      <span class="fish" aria-hidden="true">
        <FishShape />
        <b class="fish-number">{no}</b>
      </span>
      <span class="wall-queue-who">
        {name && (
          <bdi class="wall-queue-name" style={{ "--ems": name.width }}>
            <Lines lines={name.lines} />
          </bdi>
        )}
        <span class="wall-queue-kind">{kindWords(waiting.kind)}</span>
      </span>
    </li>
  );
}

/** The drawing, its nose to the right. */
export function FishShape() {
  return (
    <svg viewBox="0 0 84 84">
      <path d={SHAPE} />
    </svg>
  );
}
