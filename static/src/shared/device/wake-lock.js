/**
 * Keeps the screen on, as far as the browser lets a page do that.
 *
 * Browsers give the wake lock to secure pages alone, and a room's own network is plain http. Browsers
 * based on Chromium or Firefox also keep the screen on while a visible video plays, however small;
 * such a video is drawn here. In other browsers the screen may turn off, without a message.
 */

import { useEffect } from "preact/hooks";

/** While it is wanted and the page is looked at, the screen stays on. @param {boolean} wanted */
export function useAwake(wanted = true) {
  useEffect(() => {
    if (!wanted) return;
    const end = navigator.wakeLock ? holdLock(navigator.wakeLock) : playPicture();
    return end;
  }, [wanted]);
}

/** @param {WakeLock} locks @returns {() => void} the end of it */
function holdLock(locks) {
  /** @type {WakeLockSentinel | null} */
  let held = null;
  let isOver = false;
  const ask = async () => {
    if (document.visibilityState !== "visible") return; // the browser has taken it, and gives it again
    const found = await locks.request("screen").catch(() => null); // a low battery says no
    if (isOver) found?.release();
    else held = found;
  };
  ask();
  document.addEventListener("visibilitychange", ask);
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", ask);
    held?.release();
  };
}

/** @returns {() => void} the end of it */
function playPicture() {
  const picture = document.createElement("canvas");
  if (!picture.captureStream || !picture.getContext("2d")) return () => undefined;
  const video = document.createElement("video");
  video.className = "awake";
  video.muted = true; // it has no sound, and a muted one may play without a touch
  video.playsInline = true;
  video.tabIndex = -1;
  video.setAttribute("aria-hidden", "true");
  video.srcObject = picture.captureStream(1);
  document.body.append(video);
  const play = () => {
    picture.getContext("2d")?.fillRect(0, 0, 1, 1); // a stream begins with its first drawing
    video.play().catch(() => undefined); // forbidden, as in a phone that saves power
  };
  play();
  document.addEventListener("visibilitychange", play);
  document.addEventListener("pointerdown", play);
  return () => {
    document.removeEventListener("visibilitychange", play);
    document.removeEventListener("pointerdown", play);
    video.remove();
    video.srcObject = null;
  };
}
