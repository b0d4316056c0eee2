/** Waits until somebody has stopped typing for a moment. */

const PAUSE_MS = 200;

/**
 * @template {unknown[]} Given
 * @param {(...given: Given) => void} act
 * @param {number} [pause_ms]
 * @returns {(...given: Given) => void} calls `act` once, when it has not been called for a while
 */
export function waitFor(act, pause_ms = PAUSE_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), pause_ms);
  };
}
