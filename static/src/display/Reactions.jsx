import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../components/Icon.jsx";

/**
 * @typedef {"agree" | "thanks" | "surprised"} Kind
 * @typedef {{id: number, kind: Kind, lane: number}} Bubble
 */

/** @type {Kind[]} */
const KINDS = ["agree", "thanks", "surprised"];
const COUNTED_S = 10; // the numbers are of the last ten seconds
const MOST_A_SECOND = 3; // however many react: a hint of the room, no fireworks
const LANES = 7;
const RISE_MS = 4_000;

/**
 * Reactions as a few bubbles that rise at the edge of the water. Who prefers less motion sees
 * none; screen readers are not told, because it is decoration.
 *
 * @param {{signals: import("../wire").SignalsMessage}} props
 */
export function Reactions({ signals }) {
  const latest = useRef(signals);
  latest.current = signals;
  const [bubbles, setBubbles] = useState(/** @type {Bubble[]} */ ([]));
  useEffect(() => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let id = 0;
    /** What has risen while the numbers still count it. @type {{kind: Kind, second: number}[]} */
    let shown = [];
    let second = 0;
    const timer = setInterval(() => {
      second += 1;
      shown = shown.filter((bubble) => bubble.second > second - COUNTED_S);
      const missing = KINDS.flatMap((kind) => {
        const count = latest.current[kind] - shown.filter((bubble) => bubble.kind === kind).length;
        return Array.from({ length: Math.max(0, Math.min(count, MOST_A_SECOND)) }, () => kind);
      });
      const risen = missing.slice(0, MOST_A_SECOND).map((kind) => {
        id += 1;
        shown.push({ kind, second });
        return { id, kind, lane: (id * 3) % LANES };
      });
      if (!risen.length) return;
      setBubbles((before) => [...before, ...risen]);
      const gone = new Set(risen.map((bubble) => bubble.id));
      setTimeout(() => setBubbles((now) => now.filter((bubble) => !gone.has(bubble.id))), RISE_MS);
    }, 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="reactions" aria-hidden="true">
      {bubbles.map(({ id, kind, lane }) => (
        <i key={id} data-lane={lane}>
          <Icon name={kind} />
        </i>
      ))}
    </div>
  );
}
