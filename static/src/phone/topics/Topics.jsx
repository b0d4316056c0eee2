import { formatMinutes } from "../../shared/time/clock.js";
import { _, listed, n_ } from "../../shared/i18n/i18n.js";
import { dotsOf, isVotable } from "../../shared/method/votes.js";
import { Ballot } from "./Ballot.jsx";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { Suggest } from "./Suggest.jsx";
import { usePhone } from "../phone.js";
import { placeOf } from "../queue/place.js";
import { ordinal, topicText } from "../words.js";

/** The threads of the question: what is on the table, what is up, and what oneself suggested. */
export function Topics() {
  const { topics, vote, me } = usePhone().slices;
  const mine = new Map(me.topics.map((topic) => [topic.id, topic]));
  const parked = topics.topics.filter(({ state }) => state === "parked");
  const listed = topics.topics.filter((topic) => topic.state !== "parked" && !(vote.open && isVotable(topic)));
  const unseen = me.topics.filter(({ state }) => state === "suggested" || state === "aside");
  return (
    <>
      <main class="phone-main">
        {!vote.open && (
          <h1 class="question" tabIndex={-1}>
            {_("Topics")}
          </h1>
        )}
        {vote.open && <Ballot noteOf={(topic) => noteOf(topic, mine.has(topic.id))} />}
        <OwnPlace />
        {topics.topics.length === 0 && <p class="lead">{_("No topics yet. What should we talk about?")}</p>}
        <TopicList topics={inOrder(listed, vote)} noteOf={(topic) => noteOf(topic, mine.has(topic.id), vote)} />
        {parked.length > 0 && <h2 class="section">{_("For later")}</h2>}
        <TopicList topics={parked} noteOf={() => ""} />
        {unseen.length > 0 && <h2 class="section">{_("You suggested")}</h2>}
        <TopicList topics={unseen} noteOf={({ state }) => topicText(state)} />
      </main>
      <ActionFooter>
        <Suggest />
      </ActionFooter>
    </>
  );
}

/** @typedef {import("../../wire").TopicView} TopicView */
/** @typedef {import("../../wire").VoteSlice} VoteSlice */
/** @typedef {{id: number, title: string, state: import("../../wire").TopicState}} Topic */

/**
 * @template {Topic} T
 * @param {{topics: T[], noteOf: (topic: T) => string}} props
 */
function TopicList({ topics, noteOf }) {
  if (topics.length === 0) return null;
  return (
    <ul class="topics">
      {topics.map((topic) => (
        <li key={topic.id} class={`topic is-${topic.state}`}>
          <p class="topic-title">
            <bdi>{topic.title}</bdi>
          </p>
          {noteOf(topic) && <span class="topic-note">{noteOf(topic)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What is on the table first, then by the votes, what was talked about last. @param {TopicView[]} topics @param {VoteSlice} vote */
function inOrder(topics, vote) {
  const rank = (/** @type {TopicView} */ { state }) => (state === "current" ? 0 : state === "done" ? 2 : 1);
  return [...topics].sort(
    (one, other) => rank(one) - rank(other) || dotsOf(vote, other.id) - dotsOf(vote, one.id),
  );
}

/** @param {TopicView} topic @param {boolean} own @param {VoteSlice} [vote] once it is over */
function noteOf(topic, own, vote) {
  const dots = vote ? dotsOf(vote, topic.id) : 0;
  const notes = [
    topic.state === "up" ? "" : topicText(topic.state),
    topic.state === "done" ? formatMinutes(topic.ran_ms) : "",
    topic.state === "up" && own ? _("From you") : "",
    dots > 0 ? n_("{n} dot", "{n} dots", dots) : "",
  ];
  return listed(notes);
}

/** Somebody who waits sees the place here too. */
function OwnPlace() {
  const { queue, me } = usePhone().slices;
  const place = me.request ? placeOf(queue, me.request.listed) : 0;
  if (!place) return null;
  return <p class="own-place">{_("You are {place} in the queue.", { place: ordinal(place).replace("{n}", String(place)) })}</p>;
}
