/**
 * Passes the keys pressed in front of the display on to the console, in the same browser: on a
 * laptop with a projector the display's window is often the one in front.
 *
 * @param {string} code the session's
 */
export function passKeysOn(code) {
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(`fishbowl-keys-${code}`);
  /** @param {KeyboardEvent} event */
  const passOn = (event) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    // "?" has its own place on every layout, so the sign counts beside the position.
    const asked = event.key === "?";
    channel.postMessage({
      type: event.type,
      code: asked ? "Slash" : event.code,
      shift: asked || event.shiftKey,
      repeat: false,
    });
    if (event.code === "Space") event.preventDefault(); // it would scroll
  };
  addEventListener("keydown", passOn);
  addEventListener("keyup", passOn);
}
