import { useEffect, useState } from "preact/hooks";
import { _, fill, n_ } from "../../shared/i18n/i18n.js";

/**
 * @import {Desk} from "../desk/desk.js"
 * @typedef {{id: number, name: string, since_s: number}} Asked
 */

const MINUTE_S = 60;

/**
 * Who asks to be let in again on another phone; they are found below and moved by hand.
 *
 * @param {{desk: Desk, find: (name: string) => void}} props `find`: looks somebody up by name
 */
export function AskingBack({ desk, find }) {
  const count = desk.room.signals.asking;
  const [asked, setAsked] = useState(/** @type {Asked[]} */ ([]));
  useEffect(() => {
    let isWanted = true;
    fetchAsked(desk.code).then((found) => isWanted && setAsked(found));
    return () => {
      isWanted = false;
    };
  }, [desk.code, count]);
  if (!asked.length) return null;

  /** @param {number} id */
  const done = async (id) => {
    await fetch(`/${desk.code}/recovery/${id}/done`, { method: "POST" }).catch(() => undefined);
    setAsked(await fetchAsked(desk.code));
  };
  return (
    <section class="asking-back" aria-labelledby="asking-back">
      <h3 id="asking-back">{_("Ask to be let in again")}</h3>
      <p class="hint">{_("Check who it is, then find them here. “Move to another phone” shows a QR code for the new phone.")}</p>
      <ul>
        {asked.map(({ id, name, since_s }) => (
          <li key={id}>
            <p>
              {name ? <bdi>{name}</bdi> : _("A phone that tried wrong words")} <small>{sinceText(since_s)}</small>
            </p>
            <div class="rail-row">
              {name && (
                <button type="button" class="button button-small" onClick={() => find(name)}>
                  {fill(_("Find {name}"), { name: <bdi>{name}</bdi> })}
                </button>
              )}
              <button type="button" class="button button-small button-quiet" onClick={() => done(id)}>
                {_("Done")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param {string} code @returns {Promise<Asked[]>} none where they cannot be fetched */
async function fetchAsked(code) {
  try {
    const answer = await fetch(`/${code}/recovery.json`);
    return answer.ok ? (await answer.json()).asked : [];
  } catch {
    return [];
  }
}

/** @param {number} seconds */
function sinceText(seconds) {
  const minutes = Math.floor(seconds / MINUTE_S);
  return minutes < 1 ? _("just now") : n_("{n} minute ago", "{n} minutes ago", minutes);
}
