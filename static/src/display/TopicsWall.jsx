import { spoken } from "../shared/method/join-code.js";
import { formatMinutes } from "../shared/time/clock.js";
import { _, fill, n_ } from "../shared/i18n/i18n.js";
import { dotsOf, isVotable, ranked } from "../shared/method/votes.js";
import { rowsShown } from "./ballot.js";
import { Address, JoinQr, site } from "./Join.jsx";
import { widthOf } from "./names.js";
import { useSquare } from "./square.js";
import { StageClock } from "./StageClock.jsx";
import { Wall } from "./Wall.jsx";

/** @typedef {import("../wire").TopicView} TopicView */
/** @typedef {import("../wire").VoteSlice} VoteSlice */

const DONE_MOST = 5; // topics beside which there is room for those that were talked about
const DOTS_MOST = 60; // drawn in a line; the number says the rest
const DOT = 15; // from one dot to the next

/** The topics, ranked by the dots of the room. @param {import("./Display.jsx").Shown} props */
export function TopicsWall({ session, run, clock, topics, vote, wall, here }) {
  const up = ranked(topics.topics.filter(isVotable), vote);
  const done = topics.topics.filter(({ state }) => state === "done");
  const most = Math.max(0, ...up.map(({ id }) => dotsOf(vote, id)));
  /** @param {TopicView} topic */
  const leads = ({ id }) => most > 0 && dotsOf(vote, id) === most;
  const titles = up.map((topic) => ({ title: topic.title, leads: leads(topic), noted: topic.state === "current" }));
  const rows = rowsShown(titles, widthOf, useSquare());
  const rest = up.length - rows;
  return (
    <Wall screen="topics" event={session.event}>
      <h1 class="topics-head">
        {vote.open || !vote.vote ? _("What should the bowl take up next?") : _("This is what the room chose")}
      </h1>
      <ol class="wall-ballot">
        {up.slice(0, rows).map((topic) => (
          <Row key={topic.id} topic={topic} vote={vote} leads={leads(topic)} />
        ))}
        {rest > 0 && <li class="wall-ballot-rest">{n_("and {n} more", "and {n} more", rest)}</li>}
        {done.length > 0 && rest <= 0 && rows < DONE_MOST && (
          <li class="wall-ballot-rest">
            {_("Talked about:")}
            {done.map((topic) => (
              <span key={topic.id} class="wall-ballot-done">
                {fill(_("{all}, {one}"), { all: <bdi>{topic.title}</bdi>, one: formatMinutes(topic.ran_ms) })}
              </span>
            ))}
          </li>
        )}
      </ol>
      <StageClock clock={clock} run={run} vote={vote} />
      <div class="topics-table">
        <div class="lit-table">
          <JoinQr session={session} wall={wall} />
        </div>
      </div>
      <div class="topics-how">
        <p>
          {vote.open
            ? n_("Vote on your phone, {n} dot each", "Vote on your phone, {n} dots each", vote.dots)
            : _("Suggest a topic on your phone")}
          <Address>{site(wall)}</Address>
          <span>{fill(_("Code {code}"), { code: <b>{spoken(session.code)}</b> })}</span>
        </p>
        {vote.open && vote.code && (
          <p class="topics-code">
            {fill(_("Type {code} on your phone to vote"), { code: <b dir="ltr">{vote.code}</b> })}
          </p>
        )}
        {vote.vote > 0 && here !== null && (
          <p class="topics-voted">
            {fill(_("{voted} of {here} have voted"), {
              voted: <b>{vote.voted}</b>,
              here: Math.max(vote.voters ?? 0, vote.voted),
            })}
          </p>
        )}
      </div>
    </Wall>
  );
}

/** @param {{topic: TopicView, vote: VoteSlice, leads: boolean}} props */
function Row({ topic, vote, leads }) {
  const dots = dotsOf(vote, topic.id);
  const drawn = Math.min(dots, DOTS_MOST);
  return (
    <li class={leads ? "is-lead" : ""}>
      <span class="wall-votes">{dots}</span>
      <div>
        <bdi>{topic.title}</bdi>
        {topic.state === "current" && <small>{_("on the table now")}</small>}
        <svg class="wall-dots along" viewBox={`0 0 ${DOTS_MOST * DOT} 14`} aria-hidden="true">
          <path d={Array.from({ length: drawn }, (_dot, at) => `M${6 + at * DOT} 7h0`).join("")} />
        </svg>
      </div>
    </li>
  );
}
