import { useEffect, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { TITLE_MAX } from "../../shared/limits.js";
import { kindWords } from "../after/OpenItems.jsx";
import { may } from "../desk/rights.js";

/**
 * @import {ItemKind} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 * @typedef {{kind: ItemKind, words: string}} Left
 */

/** Before the start: what earlier sessions of the event leave open; a press makes a topic of it. @param {{desk: Desk}} props */
export function StillOpen({ desk }) {
  const { session, topics } = desk.slices;
  const left = useLeft(desk.code, session.event, session.state === "lobby");
  const isTaken = (/** @type {string} */ words) => topics.topics.some(({ title }) => title === asTitle(words));
  if (session.state !== "lobby" || !left.length) return null;
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
function useLeft(code, event, isWanted) {
  const [left, setLeft] = useState(/** @type {Left[]} */ ([]));
  useEffect(() => {
    if (!isWanted || !event) return setLeft([]);
    let isHere = true;
    fetch(`/${code}/open.json`)
      .then((answer) => (answer.ok ? answer.json() : { items: [] }))
      .then(({ items }) => isHere && setLeft(items))
      .catch(() => undefined); // the session can be prepared without it
    return () => {
      isHere = false;
    };
  }, [code, event, isWanted]);
  return left;
}
