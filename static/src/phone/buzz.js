/**
 * Lets the phone vibrate, where it can: something is meant for exactly this person.
 *
 * @param {number[]} shakes_ms how long it shakes and rests, in turn
 */
export function buzz(shakes_ms = [200, 120, 200]) {
  try {
    navigator.vibrate?.(shakes_ms);
  } catch {
    // some browsers forbid it until the page was touched
  }
}
