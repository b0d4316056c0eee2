/** Lets the phone vibrate, where it can: something is meant for exactly this person. */
export function buzz() {
  try {
    navigator.vibrate?.([200, 120, 200]);
  } catch {
    // some browsers forbid it until the page was touched
  }
}
