/** Keeps the screen on: who carries a microphone has no hand free to wake a phone. */

import { useEffect } from "preact/hooks";

/** Asks for it whenever the page is looked at; browsers grant it on secure pages, if at all. */
export function useAwake() {
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      navigator.wakeLock?.request("screen").catch(() => undefined); // a low battery says no
    };
    ask();
    document.addEventListener("visibilitychange", ask);
    return () => document.removeEventListener("visibilitychange", ask);
  }, []);
}
