/**
 * Keys that come from the display windows of this browser. Where several consoles of one session
 * are open here, only the one that was in front last obeys: a press counts once.
 */

/**
 * @typedef {{type: string, code: string, shift: boolean, repeat: boolean}} DisplayPress
 * @typedef {Pick<BroadcastChannel, "postMessage" | "addEventListener">} Channel
 */

/** The channel on which a display passes its keys on. @param {string} code */
export function keyChannel(code) {
  return `fishbowl-keys-${code}`;
}

const LEADS = "console-leads";
const HEARD = "heard"; // or the display would act alone

/**
 * Obey far keys while this console leads.
 * @param {Channel} channel
 * @param {(press: DisplayPress) => void} obey
 * @returns {() => void} to be called whenever this console comes to the front
 */
export function obeyDisplayKeys(channel, obey) {
  let leads = false;
  channel.addEventListener("message", (event) => {
    const { data } = /** @type {MessageEvent} */ (event);
    if (data?.type === LEADS) leads = false;
    else if (leads && (data?.type === "keydown" || data?.type === "keyup")) {
      channel.postMessage({ type: HEARD });
      obey(data);
    }
  });
  const lead = () => {
    leads = true;
    channel.postMessage({ type: LEADS });
  };
  lead();
  return lead;
}
