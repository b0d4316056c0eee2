import { useEffect, useState } from "preact/hooks";
import { Name } from "../shared/ui/Name.jsx";
import { kindBegins, stageQuestion } from "../shared/method/debrief-words.js";
import { _, fill, n_ } from "../shared/i18n/i18n.js";
import { JoinQr, site, Address } from "./Join.jsx";
import { summaryAddress } from "./Closing.jsx";
import { isLarge, shownQuotes } from "./quotes.js";
import { arc } from "./rings.js";
import { useSquare } from "./square.js";
import { Wall } from "./Wall.jsx";

/** @typedef {import("../wire").DisplaySlices} DisplaySlices */
/** @typedef {import("../wire").QuoteView} QuoteView */

const ROUND_MS = 8_000;
const RING = 224; // around the table
const WAVES = [300, 390, 490]; // above it

/** What people take home, as far as it was put up. @param {DisplaySlices} props */
export function TakesWall({ session, wall, looking_back, quotes }) {
  return (
    <QuotesWall
      event={session.event}
      title={looking_back.bringing ? _("What we bring back") : _("What we take with us")}
      quotes={quotes.takeaways}
      empty={
        looking_back.bringing
          ? _("Say on your phone where you were, and what you bring back.")
          : _("Add your takeaways on your phone.")
      }
    >
      <Table session={session} wall={wall} />
      <p class="takes-count">
        {looking_back.bringing && tellersWords(looking_back.tellers)}
        {!looking_back.bringing &&
          looking_back.shared > 0 &&
          fill(n_("{count} takeaway so far. Add yours.", "{count} takeaways so far. Add yours.", looking_back.shared), {
            count: <b>{looking_back.shared}</b>,
          })}
      </p>
    </QuotesWall>
  );
}

/** How many have signed up to tell; nothing while nobody has. @param {number} n */
function tellersWords(n) {
  if (!n) return null;
  return fill(n_("{count} person tells what they bring back.", "{count} people tell what they bring back.", n), {
    count: <b>{n}</b>,
  });
}

/** The same as a sentence alone. @param {number} n */
export function tellersText(n) {
  return n ? n_("{count} person tells what they bring back.", "{count} people tell what they bring back.", n, { count: n }) : "";
}

/** The question of the debrief that is open, and the answers that were put up. @param {DisplaySlices} props */
export function DebriefWall({ session, wall, looking_back, quotes }) {
  const { stage, answered } = looking_back;
  if (!stage) return null;
  return (
    <QuotesWall
      event={session.event}
      title={stageQuestion(stage)}
      quotes={quotes.answers}
      empty={_("Answer on your phone.")}
    >
      <Table session={session} wall={wall} />
      <p class="takes-count">{n_("{n} has answered", "{n} have answered", answered)}</p>
    </QuotesWall>
  );
}

/**
 * @param {{event: string, title: string, quotes: QuoteView[], empty: string,
 *   children: import("preact").ComponentChildren}} props
 */
function QuotesWall({ event, title, quotes, empty, children }) {
  const shown = shownQuotes(quotes, useRound(), useSquare());
  return (
    <Wall screen="takes" event={event}>
      <svg class="takes-ripples" viewBox="0 0 1920 1080" aria-hidden="true">
        <circle class="pairs-ring is-0" cx="1632" cy="500" r={RING} />
        {WAVES.map((r, place) => (
          <path key={r} class={`pairs-ring is-${place + 1}`} d={arc(1632, 500, r, -90, 42)} />
        ))}
      </svg>
      <h1 class="takes-head">{title}</h1>
      {shown.length === 0 ? (
        <p class="takes-empty">{empty}</p>
      ) : (
        <ul class="takes">
          {shown.map((quote, at) => (
            <li key={quote.id} class={at === 0 ? "is-new" : isLarge(quote) ? "is-large" : undefined}>
              {(quote.kind === "offer" || quote.kind === "need") && <small>{kindBegins(quote.kind)}</small>}
              {quote.origin && (
                <small>
                  <bdi>{quote.origin}</bdi>
                </small>
              )}
              <q>
                <bdi>
                  {quote.kind === "take" || quote.kind === "brought" ? quote.words : `${kindBegins(quote.kind)}: ${quote.words}`}
                </bdi>
              </q>
              {quote.by && (
                <span>
                  <Name of={quote.by} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {children}
    </Wall>
  );
}

/** Where phones go: into the room while it is open, to the summary once there is one. @param {Pick<DisplaySlices, "session" | "wall">} props */
function Table({ session, wall }) {
  return (
    <>
      <div class="takes-table">
        <div class="lit-table">
          <JoinQr session={session} wall={wall} />
        </div>
      </div>
      <p class="takes-where">
        {session.summary ? (
          <>
            {_("Keep the summary")}
            <b dir="ltr">{summaryAddress(wall.join_url, session.summary)}</b>
          </>
        ) : (
          <>
            {_("On your phone")}
            <Address>{site(wall)}</Address>
          </>
        )}
      </p>
    </>
  );
}

/** Goes on every few seconds. @returns {number} how often it has */
function useRound() {
  const [round, setRound] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setRound((before) => before + 1), ROUND_MS);
    return () => clearInterval(timer);
  }, []);
  return round;
}
