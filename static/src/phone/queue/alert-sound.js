/** Whether this phone may sound when it comes near; kept where the browser keeps anything. */

const NAME = "fishbowl_silent";

let isSilent = wasSilent();

export function isSoundOn() {
  return !isSilent;
}

/** @param {boolean} on */
export function setSound(on) {
  isSilent = !on;
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "yes");
  } catch {
    // then it holds until the page is opened again
  }
}

function wasSilent() {
  try {
    return localStorage.getItem(NAME) === "yes";
  } catch {
    return false;
  }
}
