import { useEffect, useState } from "preact/hooks";
import { Display } from "../display/Display.jsx";
import { useRoom } from "../shared/ui/hooks.js";
import { _ } from "../shared/i18n/i18n.js";
import { Beside } from "./Beside.jsx";
import { Controls } from "./Controls.jsx";
import { listen } from "./keys.js";
import { Player } from "./player.js";

/** @import {Way} from "./Controls.jsx" */

/**
 * The stage, what was noted beside it, and the player.
 *
 * @param {{address: string, way: Way, about: string, atMs: number | null}} props `about`: what this session is, if it is not one's own; `atMs`: where it begins, if that was asked for
 */
export function Replay({ address, way, about, atMs }) {
  const [player, setPlayer] = useState(/** @type {Player | null} */ (null));
  const [isMissing, setMissing] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isWanted = true;
    fetch(address)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((tape) => isWanted && setPlayer(new Player(tape, atMs)))
      .catch(() => isWanted && setMissing(true));
    return () => {
      isWanted = false;
    };
  }, [address, tries]);
  if (player) return <Playing player={player} way={way} about={about} />;
  return (
    <main class="replay-waits">
      {isMissing ? (
        <>
          <p role="alert">{_("The replay could not be fetched.")}</p>
          <button
            type="button"
            class="replay-button"
            onClick={() => {
              setMissing(false);
              setTries(tries + 1);
            }}
          >
            {_("Try again")}
          </button>
        </>
      ) : (
        <p role="status">{_("Fetching the replay…")}</p>
      )}
    </main>
  );
}

/** @param {{player: Player, way: Way, about: string}} props */
function Playing({ player, way, about }) {
  useEffect(() => listen(player), [player]);
  return (
    <div class="replay">
      <div class="replay-stage">
        <Display room={player.room} />
      </div>
      <Side player={player} about={about} />
      <Controls player={player} way={way} />
    </div>
  );
}

/** @param {{player: Player, about: string}} props */
function Side({ player, about }) {
  useRoom(player);
  return <Beside player={player} about={about} />;
}
