import { _ } from "../lib/i18n.js";
import { Rim } from "./Rim.jsx";
import { Suggest } from "./Suggest.jsx";
import { usePhone } from "./phone.js";
import { placeOf } from "./place.js";
import { ordinal, topicText } from "./words.js";

/** The threads of the question: what is on the table, what is up, and what oneself suggested. */
export function Topics() {
  const { topics, me } = usePhone().slices;
  const mine = new Map(me.topics.map((topic) => [topic.id, topic]));
  const unseen = me.topics.filter(({ state }) => state === "suggested" || state === "aside");
  return (
    <>
      <main class="phone-main">
        <h1 class="question" tabIndex={-1}>
          {_("Topics")}
        </h1>
        <OwnPlace />
        {topics.topics.length === 0 && <p class="lead">{_("No topic is up yet. What should we talk about?")}</p>}
        <TopicList topics={inOrder(topics.topics)} noteOf={(topic) => noteOf(topic, mine.has(topic.id))} />
        {unseen.length > 0 && <h2 class="section">{_("You suggested")}</h2>}
        <TopicList topics={unseen} noteOf={({ state }) => topicText(state)} />
      </main>
      <Rim>
        <Suggest />
      </Rim>
    </>
  );
}

/** @typedef {{id: number, title: string, state: import("../wire").TopicState}} Topic */

/** @param {{topics: Topic[], noteOf: (topic: Topic) => string}} props */
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

/** What is on the table first, what was talked about last. @param {Topic[]} topics */
function inOrder(topics) {
  const rank = (/** @type {Topic} */ { state }) => (state === "current" ? 0 : state === "done" ? 2 : 1);
  return [...topics].sort((one, other) => rank(one) - rank(other));
}

/** @param {Topic} topic @param {boolean} own */
function noteOf(topic, own) {
  if (topic.state !== "up") return topicText(topic.state);
  return own ? _("From you") : "";
}

/** Somebody who waits sees the place here too. */
function OwnPlace() {
  const { queue, me } = usePhone().slices;
  const place = me.request ? placeOf(queue, me.request.request) : 0;
  if (!place) return null;
  return <p class="own-place">{_("You are {place} in line.", { place: ordinal(place).replace("{n}", String(place)) })}</p>;
}
