import { useEffect, useRef } from "preact/hooks";
import { _, language, n_ } from "../lib/i18n.js";
import { kindText } from "./words.js";

/** @typedef {import("../wire").RequestKind} RequestKind */
/**
 * What the server holds, as far as it is shown; the file has all of it.
 *
 * @typedef {object} Facts
 * @property {{called: string, joined_at_ms: number}} person
 * @property {string} where
 * @property {{id: number, kind: RequestKind, words: string, asked_at_ms: number}[]} requests
 * @property {{id: number, began_at_ms: number, ended_at_ms: number | null, sittings: {chair: number}[]}[]} turns
 * @property {{id: number, title: string}[]} topics
 * @property {unknown[]} log
 */

/** What is held about a person, in sentences. @param {{facts: Facts}} props */
export function HeldFacts({ facts }) {
  const { person, where, requests, turns, topics, log } = facts;
  const region = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => region.current?.focus(), []);
  return (
    <div class="held" ref={region} tabIndex={-1}>
      <ul>
        <li>
          {_("You came in at {time} as", { time: timeText(person.joined_at_ms) })}{" "}
          <bdi>{person.called}</bdi>
        </li>
        {where && (
          <li>
            {_("You said where you sit")} <q>{where}</q>
          </li>
        )}
        {requests.map(({ id, kind, words, asked_at_ms }) => (
          <li key={id}>
            {_("You asked for a chair at {time}", { time: timeText(asked_at_ms) })} · {kindText(kind)}
            {words && <q>{words}</q>}
          </li>
        ))}
        {turns.map((turn) => (
          <li key={turn.id}>{turnText(turn)}</li>
        ))}
        {topics.map(({ id, title }) => (
          <li key={id}>
            {_("You suggested a topic")} <q>{title}</q>
          </li>
        ))}
        <li>{n_("One line of the log is about you.", "{n} lines of the log are about you.", log.length)}</li>
      </ul>
    </div>
  );
}

/** @param {Facts["turns"][number]} turn */
function turnText({ began_at_ms, ended_at_ms, sittings }) {
  const chair = sittings[sittings.length - 1].chair;
  const from = timeText(began_at_ms);
  return ended_at_ms === null
    ? _("You sit on chair {chair} since {from}", { chair, from })
    : _("You sat on chair {chair} from {from} to {to}", { chair, from, to: timeText(ended_at_ms) });
}

/** @param {number} ms */
function timeText(ms) {
  return new Date(ms).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
}
