/** Reactions of the room, as lights that come up and go: a hint of the room, no fireworks. */

import { useEffect, useRef, useState } from "preact/hooks";
import { REACTION_MS } from "../shared/limits.js";

/**
 * @typedef {"agree" | "thanks" | "surprised"} Kind
 * @typedef {{id: number, at: number}} Light `at`: where around the bowl, from 0 to 1
 */

/** @type {Kind[]} */
const KINDS = ["agree", "thanks", "surprised"];
const COUNTED_S = REACTION_MS / 1_000; // the numbers are of the last ten seconds
const MOST_A_SECOND = 3; // however many react
const STEP = 0.618_034; // from one light to the next, so that they spread evenly
export const LIT_MS = 4_000;

/** The lights that are lit now. @param {import("../wire").SignalsMessage | null} signals @returns {Light[]} */
export function useLights(signals) {
  const latest = useRef(signals);
  latest.current = signals;
  const [lights, setLights] = useState(/** @type {Light[]} */ ([]));
  useEffect(() => {
    let id = 0;
    /** What was lit while the numbers still count it. @type {{kind: Kind, second: number}[]} */
    let shown = [];
    let second = 0;
    const timer = setInterval(() => {
      second += 1;
      shown = shown.filter((light) => light.second > second - COUNTED_S);
      const missing = KINDS.flatMap((kind) => {
        const count = (latest.current?.[kind] ?? 0) - shown.filter((light) => light.kind === kind).length;
        return Array.from({ length: Math.max(0, Math.min(count, MOST_A_SECOND)) }, () => kind);
      });
      const lit = missing.slice(0, MOST_A_SECOND).map((kind) => {
        id += 1;
        shown.push({ kind, second });
        return { id, at: (id * STEP) % 1 };
      });
      if (!lit.length) return;
      setLights((before) => [...before, ...lit]);
      const gone = new Set(lit.map((light) => light.id));
      setTimeout(() => setLights((now) => now.filter((light) => !gone.has(light.id))), LIT_MS);
    }, 1_000);
    return () => clearInterval(timer);
  }, []);
  return lights;
}
