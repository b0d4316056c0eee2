import { useState } from "preact/hooks";
import { formatClock, runningMs } from "../../shared/time/clock.js";
import { ENOUGH_MS, figuresOf } from "../../shared/method/equity.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, n_, nameOf } from "../../shared/i18n/i18n.js";
import { EventSoFar } from "./EventSoFar.jsx";
import { percent, sharedWords } from "./equity-words.js";
import { VoicesPicture } from "./VoicesPicture.jsx";

/**
 * @import {TalkView} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 * @import {Figures as Found} from "../../shared/method/equity.js"
 * @typedef {"topic" | "session" | "event"} Scope
 */

/** How well the talk is shared so far: who was heard when, in one picture, and one sentence. @param {{desk: Desk}} props */
export function SoFar({ desk }) {
  const { equity, session } = desk.slices;
  const [wanted, want] = useState(/** @type {Scope} */ ("session"));
  const scopes = /** @type {Scope[]} */ (["topic", "session", "event"]).filter((one) => {
    return one === "session" || (one === "topic" ? equity.topic : session.event);
  });
  const scope = scopes.includes(wanted) ? wanted : "session";
  const talk = (scope === "topic" && equity.topic) || equity.session;
  return (
    <section class="so-far" aria-label={_("So far")}>
      <h2>
        {_("So far")}
        {scopes.length > 1 && (
          <span class="scope" role="group" aria-label={_("What is counted")}>
            {scopes.map((one) => (
              <ScopeButton key={one} label={SCOPES[one]()} pressed={scope === one} press={() => want(one)} />
            ))}
          </span>
        )}
      </h2>
      {scope === "event" ? (
        <EventSoFar desk={desk} />
      ) : (
        <Shared desk={desk} talk={talk} />
      )}
    </section>
  );
}

/** @type {Record<Scope, () => string>} */
const SCOPES = {
  topic: () => _("Topic"),
  session: () => _("Session"),
  event: () => _("Event"),
};

/** @param {{label: string, pressed: boolean, press: () => void}} props */
function ScopeButton({ label, pressed, press }) {
  return (
    <button type="button" class="button button-small" aria-pressed={pressed} onClick={press}>
      {label}
    </button>
  );
}

/** The picture, its sentence, and the figures for who wants them. @param {{desk: Desk, talk: TalkView}} props */
function Shared({ desk, talk }) {
  useNow();
  const found = figuresOf(talk, runningMs(desk.slices.clock));
  const isEnough = found.totalMs >= ENOUGH_MS && found.loudest !== null;
  const heard = n_("{n} voice", "{n} voices", talk.voices.length);
  const first = found.firstTimers;
  return (
    <>
      <VoicesPicture desk={desk} talk={talk} loudest={isEnough ? (found.loudest?.person.id ?? null) : null} />
      <p>
        <b>{heard}</b> {first > 0 && n_("({n} for the first time)", "({n} for the first time)", first)}
        {isEnough && (
          <>
            : <b>{sharedWords(found.gini)}</b>. {mostWords(found)}
          </>
        )}
      </p>
      <Figures desk={desk} talk={talk} found={found} isEnough={isEnough} />
    </>
  );
}

/** On demand: what the sentence rests on. @param {{desk: Desk, talk: TalkView, found: Found, isEnough: boolean}} props */
function Figures({ desk, talk, found, isEnough }) {
  const { turns, people } = desk.slices.figures;
  return (
    <details class="so-far-figures">
      <summary>{_("Figures")}</summary>
      {isEnough && (
        <p>
          {longestWords(found)}{" "}
          {found.facilitatorShare > 0 && _("You: {share} %.", { share: percent(found.facilitatorShare) })}
        </p>
      )}
      <p>
        {n_("{n} turn in all,", "{n} turns in all,", turns)}{" "}
        {n_("{n} person in the room", "{n} people in the room", people)}
      </p>
      <p>{countedBy(talk)}</p>
    </details>
  );
}

/** What counts as talk. @param {TalkView} talk */
function countedBy({ tracked, marked }) {
  if (tracked) return _("Based on speaking time.");
  return marked
    ? _("Based on time on a chair: speakers were marked too rarely.")
    : _("Based on time on a chair: nobody marks who speaks.");
}

/** Who has most of it: the row that is marked. @param {Found} found */
function mostWords({ loudest, loudestShare }) {
  if (!loudest) return "";
  return _("{name} has {share} % of it.", { name: nameOf(loudest.person), share: percent(loudestShare) });
}

/** @param {Found} found */
function longestWords({ longest, longestMs }) {
  if (!longest) return "";
  return _("The longest turn: {time}, {whose}.", { time: formatClock(longestMs), whose: nameOf(longest.person) });
}
