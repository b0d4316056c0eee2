import { useEffect, useState } from "preact/hooks";
import { formatClock } from "../../shared/time/clock.js";
import { ENOUGH_MS } from "../../shared/method/equity.js";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { percent, sharedWords } from "./equity-words.js";

/**
 * @import {Desk} from "../desk/desk.js"
 * @typedef {object} EventEquity as `domain/event_equity.py` says what it means
 * @property {number} sessions
 * @property {number} people
 * @property {number} voices
 * @property {number} turns
 * @property {boolean} tracked
 * @property {number} talk_ms
 * @property {number} gini
 * @property {number} most_share
 * @property {number} longest_ms
 * @property {number} facilitator_ms
 */

const AGAIN_MS = 30_000;

/** How well the talk is shared over all sessions of the event. @param {{desk: Desk}} props */
export function EventSoFar({ desk }) {
  const { event, isLost } = useEventEquity(desk);
  if (isLost) return <p role="status">{_("The figures of the event could not be loaded. Trying again.")}</p>;
  if (!event) return <p class="hint">{_("Adding up the sessions of the event…")}</p>;
  const heard = n_("{n} voice", "{n} voices", event.voices);
  return (
    <>
      <p>
        <b>{heard}</b> {n_("in {n} session", "in {n} sessions", event.sessions)}
        {event.talk_ms >= ENOUGH_MS && (
          <>
            {": "}
            <b>{sharedWords(event.gini)}</b>
          </>
        )}
      </p>
      {event.talk_ms >= ENOUGH_MS && <p>{mostWords(event)}</p>}
      <p class="hint">
        {n_("{n} turn in all.", "{n} turns in all.", event.turns)}{" "}
        {_("People are counted in each session they came to.")}{" "}
        {!event.tracked && event.talk_ms > 0 && _("Based on time on a chair: some sessions did not mark who spoke.")}
      </p>
    </>
  );
}

/** @param {EventEquity} event */
function mostWords({ most_share, longest_ms, facilitator_ms, talk_ms, tracked }) {
  const words = _("One voice has {share} % of it. The longest turn: {time}.", {
    share: percent(most_share),
    time: formatClock(longest_ms),
  });
  if (!tracked || facilitator_ms <= 0) return words;
  const share = percent(facilitator_ms / (facilitator_ms + talk_ms));
  return `${words} ${_("Facilitators: {share} %.", { share })}`;
}

/**
 * The figures as they are now, asked for again when the own session has moved, and now and then
 * for the others.
 * @param {Desk} desk
 * @returns {{event: EventEquity | null, isLost: boolean}}
 */
function useEventEquity({ code, slices }) {
  const [found, setFound] = useState({ event: /** @type {EventEquity | null} */ (null), isLost: false });
  const { equity, session } = slices;
  useEffect(() => {
    let isWanted = true;
    const read = () =>
      fetchEvent(code)
        .then((event) => isWanted && setFound({ event, isLost: false }))
        .catch(() => isWanted && setFound(({ event }) => ({ event, isLost: !event })));
    read();
    const timer = setInterval(read, AGAIN_MS);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [code, session.event, equity]);
  return found;
}

/** @param {string} code @returns {Promise<EventEquity>} */
async function fetchEvent(code) {
  const answer = await fetch(`/${code}/event.json`);
  if (!answer.ok) throw new Error(`event.json answered ${answer.status}`);
  return answer.json();
}
