import { useState } from "preact/hooks";
import { formatClock, runningMs } from "../lib/clock.js";
import { ENOUGH_MS, figuresOf } from "../lib/equity.js";
import { useNow } from "../lib/hooks.js";
import { _, n_, nameOf } from "../lib/i18n.js";
import { EventSoFar } from "./EventSoFar.jsx";
import { percent, sharedWords } from "./shared.js";

/**
 * @import {TalkView} from "../wire"
 * @import {Desk} from "./desk.js"
 * @typedef {"topic" | "session" | "event"} Scope
 */

const DOTS_MAX = 24;

/** How well the talk is shared so far: a dot for each voice, a ring for a first time. @param {{desk: Desk}} props */
export function SoFar({ desk }) {
  const { equity, figures, session } = desk.slices;
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
        <>
          <Dots talk={talk} />
          <Shared desk={desk} talk={talk} />
          <p class="hint">
            {n_("{n} turn in all,", "{n} turns in all,", figures.turns)}{" "}
            {n_("{n} person in the room", "{n} people in the room", figures.people)}
          </p>
        </>
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

/** @param {{talk: TalkView}} props */
function Dots({ talk: { voices } }) {
  if (!voices.length) return null;
  const shown = voices.slice(0, DOTS_MAX);
  return (
    <p class="voice-dots" aria-hidden="true">
      {shown.map((voice) => (
        <i key={voice.person.id} class={voice.first ? "is-first" : undefined} />
      ))}
      {voices.length > DOTS_MAX && <span>+{voices.length - DOTS_MAX}</span>}
    </p>
  );
}

/** The figures, in sentences. @param {{desk: Desk, talk: TalkView}} props */
function Shared({ desk, talk }) {
  useNow();
  const found = figuresOf(talk, runningMs(desk.slices.clock));
  const heard = n_("{n} voice", "{n} voices", talk.voices.length);
  const first = found.firstTimers;
  if (found.totalMs < ENOUGH_MS || !found.loudest || !found.longest) {
    return (
      <p>
        <b>{heard}</b> {first > 0 && n_("({n} for the first time)", "({n} for the first time)", first)}
      </p>
    );
  }
  return (
    <>
      <p>
        <b>{heard}</b> {first > 0 && n_("({n} for the first time)", "({n} for the first time)", first)}:{" "}
        <b>{sharedWords(found.gini)}</b>
      </p>
      <p>
        {loudestWords(found)}{" "}
        {found.facilitatorShare > 0 && _("You: {share} %.", { share: percent(found.facilitatorShare) })}
      </p>
      <p class="hint">{countedBy(talk)}</p>
    </>
  );
}

/** What counts as talk. @param {TalkView} talk */
function countedBy({ tracked, marked }) {
  if (tracked) return _("Based on speaking time.");
  return marked
    ? _("Based on time on a chair: speakers were marked too rarely.")
    : _("Based on time on a chair: nobody marks who speaks.");
}

/** Who has most of it, and the longest turn. @param {import("../lib/equity.js").Figures} figures */
function loudestWords({ loudest, loudestShare, longest, longestMs }) {
  if (!loudest || !longest) return "";
  const params = { name: nameOf(loudest.person), share: percent(loudestShare), time: formatClock(longestMs) };
  if (loudest === longest) return _("{name} has {share} % of it, and the longest turn: {time}.", params);
  return _("{name} has {share} % of it. The longest turn: {time}, {whose}.", {
    ...params,
    whose: nameOf(longest.person),
  });
}

