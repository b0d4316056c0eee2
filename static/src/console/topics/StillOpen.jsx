import { useEffect, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { TITLE_MAX } from "../../shared/limits.js";
import { kindWords } from "../after/OpenItems.jsx";
import { may } from "../desk/rights.js";

/**
 * @import {ItemKind} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 * @typedef {{kind: ItemKind, words: string}} Left
 * @typedef {{words: string, how: string}} Kept
 * @typedef {{items: Left[], kept: Kept[]}} Earlier
 */

const NOTHING = /** @type {Earlier} */ ({ items: [], kept: [] });

/** Before the start: what earlier sessions of the event leave open, and what was kept since. @param {{desk: Desk}} props */
export function StillOpen({ desk }) {
  const { session } = desk.slices;
  const { items, kept } = useEarlier(desk.code, session.event, session.state === "lobby");
  if (session.state !== "lobby") return null;
  return (
    <>
      {kept.length > 0 && <KeptSince kept={kept} />}
      {items.length > 0 && <LeftOpen desk={desk} left={items} />}
    </>
  );
}

/** What was promised and kept since the last time, to be told at the beginning. @param {{kept: Kept[]}} props */
function KeptSince({ kept }) {
  return (
    <section class="suggestions" aria-label={_("Kept since last time")}>
      <h2>
        {_("Kept since last time")} <span>{kept.length}</span>
      </h2>
      <ul>
        {kept.map(({ words, how }) => (
          <li key={words} class="suggestion">
            <blockquote dir="auto">{words}</blockquote>
            {how && (
              <p class="suggestion-by" dir="auto">
                {how}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A press makes a topic of what is still open. @param {{desk: Desk, left: Left[]}} props */
function LeftOpen({ desk, left }) {
  const { topics } = desk.slices;
  const isTaken = (/** @type {string} */ words) => topics.topics.some(({ title }) => title === asTitle(words));
  return (
    <section class="suggestions" aria-label={_("Still open from last time")}>
      <h2>
        {_("Still open from last time")} <span>{left.length}</span>
      </h2>
      <ul>
        {left.map(({ kind, words }) => (
          <li key={words} class="suggestion">
            <blockquote dir="auto">{words}</blockquote>
            <p class="suggestion-by">{kindWords(kind)}</p>
            {may(desk.slices, "add_topic") && (
              <div class="rail-row">
                <button
                  type="button"
                  class="button button-small"
                  disabled={isTaken(words)}
                  aria-label={isTaken(words) ? _("Added as topic: {words}", { words }) : _("Add as topic: {words}", { words })}
                  onClick={() => desk.send({ do: "add_topic", title: asTitle(words) })}
                >
                  {isTaken(words) ? _("Added as topic") : _("Add as topic")}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is open as the title of a topic. @param {string} words */
function asTitle(words) {
  return words.length <= TITLE_MAX ? words : `${words.slice(0, TITLE_MAX - 1).trimEnd()}…`;
}

/** @param {string} code @param {string} event @param {boolean} isWanted */
function useEarlier(code, event, isWanted) {
  const [earlier, setEarlier] = useState(NOTHING);
  useEffect(() => {
    if (!isWanted || !event) return setEarlier(NOTHING);
    let isHere = true;
    fetch(`/${code}/open.json`)
      .then((answer) => (answer.ok ? answer.json() : NOTHING))
      .then((found) => isHere && setEarlier(found))
      .catch(() => undefined); // the session can be prepared without it
    return () => {
      isHere = false;
    };
  }, [code, event, isWanted]);
  return earlier;
}
