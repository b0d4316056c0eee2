/**
 * A soft bell, made on the spot. A browser lets a page sound only after somebody has touched it, so
 * a window that nobody has touched stays silent.
 */

const PARTIALS = [
  { ratio: 1, gain: 0.5, seconds: 3.2 },
  { ratio: 2.01, gain: 0.24, seconds: 2.2 },
  { ratio: 3.02, gain: 0.1, seconds: 1.2 },
];
const PITCH_HZ = 528;
const ATTACK_S = 0.012;
const SILENT = 0.0001;

/** @type {AudioContext | null} */
let context = null;
/** @type {Set<() => void>} */
const listeners = new Set();

/** Makes the bell ready; a browser lets that happen only while somebody touches the page. */
export function wakeBell() {
  if (!context && "AudioContext" in window) {
    context = new AudioContext();
    context.addEventListener("statechange", () => listeners.forEach((told) => told()));
  }
  context?.resume().catch(() => {}); // refused: it stays silent, and says so where it matters
}

const TOUCHES = ["pointerdown", "pointerup", "keydown", "keyup"];

/** Makes the bell ready with the first touch or key that counts as one: not every key does. */
export function readyBell() {
  const touched = () => {
    if (canRing()) for (const type of TOUCHES) removeEventListener(type, touched);
    else if (navigator.userActivation?.hasBeenActive ?? true) wakeBell();
  };
  for (const type of TOUCHES) addEventListener(type, touched);
}

/** Whether a bell would be heard now. */
export function canRing() {
  return context?.state === "running";
}

/** Calls back when the bell becomes ready or silent. @param {() => void} told @returns {() => void} the end of it */
export function watchBell(told) {
  listeners.add(told);
  return () => void listeners.delete(told);
}

/** Rings so many times. @param {number} times @param {number} loudness up to 1 @returns {boolean} whether it can be heard */
export function ring(times = 1, loudness = 1) {
  if (!context || !canRing()) return false;
  for (let nth = 0; nth < times; nth += 1) strike(context, context.currentTime + nth * 1.1, loudness);
  return true;
}

/** @param {AudioContext} audio @param {number} at @param {number} loudness */
function strike(audio, at, loudness) {
  for (const { ratio, gain, seconds } of PARTIALS) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = PITCH_HZ * ratio;
    volume.gain.setValueAtTime(SILENT, at);
    volume.gain.exponentialRampToValueAtTime(gain * loudness, at + ATTACK_S);
    volume.gain.exponentialRampToValueAtTime(SILENT, at + seconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + seconds);
  }
}
