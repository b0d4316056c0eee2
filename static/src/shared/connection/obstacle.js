/** Why a page has no live connection, as far as a page can find out. */

import { useEffect, useState } from "preact/hooks";

/**
 * What keeps the connection from coming about: "" while nothing is known, "host" where a proxy asks the
 * server as somebody else than the browser does, "line" where pages come through and the connection does not.
 *
 * @typedef {{why: "" | "host" | "line", host: string}} Obstacle
 */

/** @type {Obstacle} */
const NONE = { why: "", host: "" };

/**
 * Asks the server, once the connection is missed.
 *
 * @param {boolean} lost
 * @returns {Obstacle}
 */
export function useObstacle(lost) {
  const [obstacle, setObstacle] = useState(NONE);
  useEffect(() => {
    let isWanted = lost;
    if (!lost) setObstacle(NONE);
    else findObstacle().then((found) => isWanted && setObstacle(found));
    return () => {
      isWanted = false;
    };
  }, [lost]);
  return obstacle;
}

/** @returns {Promise<Obstacle>} */
async function findObstacle() {
  try {
    const answer = await fetch("/healthz", { cache: "no-store" });
    if (!answer.ok) return NONE;
    const { host } = await answer.json();
    return { why: host === location.host ? "line" : "host", host };
  } catch {
    return NONE;
  }
}
