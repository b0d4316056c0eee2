/** Back to the wall between sessions, from which this display came, once its session is over. */

/** So long after the end the closing words and the way to the summary are still shown. */
export const BACK_AFTER_MS = 5 * 60_000;
const AGAIN_MS = 30_000;

/** The wall that sent this display here; `null` if none did. @param {string} search of the address */
export function wallBefore(search) {
  const asked = new URLSearchParams(search);
  const series = asked.get("wall");
  if (!series) return null;
  const room = asked.get("room");
  return `/series/${encodeURIComponent(series)}/wall${room ? `?room=${encodeURIComponent(room)}` : ""}`;
}

/**
 * Leaves for the wall some time after the session was closed or deleted, unless it goes on again.
 *
 * @param {Pick<import("../shared/connection/live.js").Room<"display">, "slices" | "status" | "subscribe">} room
 * @param {string} wall its address
 * @param {(wall: string) => void} [go]
 */
export function goBackWhenOver(room, wall, go = (to) => void leaveFor(to)) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const leave = () => {
    go(wall);
    timer = setTimeout(leave, AGAIN_MS); // the wall could not be reached
  };
  const look = () => {
    const isOver = room.status === "refused" || room.slices.session?.state === "closed";
    if (isOver) {
      timer ??= setTimeout(leave, BACK_AFTER_MS);
    } else {
      clearTimeout(timer);
      timer = undefined;
    }
  };
  room.subscribe(look);
  look();
}

/** Opens the wall if the server has one there; until then this display stays. @param {string} wall */
async function leaveFor(wall) {
  try {
    const answer = await fetch(wall, { cache: "no-store" });
    if (answer.ok) location.replace(wall);
  } catch {
    // no connection just now: it is tried again
  }
}
