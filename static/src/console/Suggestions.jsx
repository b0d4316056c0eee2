import { useState } from "preact/hooks";
import { _, nameOf } from "../lib/i18n.js";

/**
 * @import {ConsoleTopic} from "../wire"
 * @import {Desk} from "./desk.js"
 */

/** Topics that wait to be looked at, and those that were set aside. @param {{desk: Desk, topics: ConsoleTopic[]}} props */
export function Suggestions({ desk, topics }) {
  const [showsAside, showAside] = useState(false);
  const suggested = topics.filter(({ state }) => state === "suggested");
  const aside = topics.filter(({ state }) => state === "aside");
  if (!suggested.length && !aside.length) return null;
  return (
    <section class="suggestions" aria-label={_("To look at")}>
      <h2>
        {_("To look at")} <span>{suggested.length}</span>
      </h2>
      <ul>
        {suggested.map((topic) => (
          <Suggestion key={topic.id} desk={desk} topic={topic} />
        ))}
      </ul>
      {aside.length > 0 && (
        <button
          type="button"
          class="button button-small button-quiet"
          aria-expanded={showsAside}
          onClick={() => showAside(!showsAside)}
        >
          {_("Set aside: {n}", { n: aside.length })}
        </button>
      )}
      <ul>{showsAside && aside.map((topic) => <Suggestion key={topic.id} desk={desk} topic={topic} />)}</ul>
    </section>
  );
}

/** @param {{desk: Desk, topic: ConsoleTopic}} props */
function Suggestion({ desk, topic }) {
  return (
    <li class="suggestion">
      <blockquote dir="auto">“{topic.title}”</blockquote>
      {topic.by && <p class="suggestion-by">{_("topic from {name}", { name: nameOf(topic.by) })}</p>}
      <div class="rail-row">
        <button
          type="button"
          class="button button-small"
          onClick={() => desk.send({ do: "put_up_topic", topic: topic.id })}
        >
          {_("Put it up")}
        </button>
        {topic.state === "suggested" && (
          <button
            type="button"
            class="button button-small button-quiet"
            onClick={() => desk.send({ do: "set_aside_topic", topic: topic.id })}
          >
            {_("Set aside")}
          </button>
        )}
      </div>
    </li>
  );
}
