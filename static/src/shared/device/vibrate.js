/**
 * Lets the phone vibrate, where it can: something is meant for exactly this person.
 *
 * Until the page was touched browsers forbid it, and complain.
 *
 * @param {number[]} shakes_ms how long it shakes and rests, in turn
 */
export function vibrate(shakes_ms = [200, 120, 200]) {
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  try {
    navigator.vibrate?.(shakes_ms);
  } catch {
    // older browsers do not tell whether the page was touched
  }
}
