import { useState } from "preact/hooks";
import { _, nameOf } from "../lib/i18n.js";
import { ActionButton } from "./ActionButton.jsx";
import { lookKey } from "./look.js";
import { usePicked } from "./picked.js";
import { QuestionItem } from "./QuestionItem.jsx";

/**
 * @import {ConsoleTopic} from "../wire"
 * @import {Desk} from "./desk.js"
 */

/** Topics and questions that wait to be looked at, and those that were set aside. @param {{desk: Desk, topics: ConsoleTopic[]}} props */
export function Suggestions({ desk, topics }) {
  const [showsAside, showAside] = useState(false);
  const suggested = topics.filter(({ state }) => state === "suggested");
  const aside = topics.filter(({ state }) => state === "aside");
  const { questions } = desk.slices.questions;
  const asked = questions.filter(({ state }) => state === "waiting");
  const left = questions.filter(({ state }) => state === "aside");
  const count = aside.length + left.length;
  if (!suggested.length && !asked.length && !count) return null;
  return (
    <section class="suggestions" aria-label={_("To review")}>
      <h2>
        {_("To review")} <span>{suggested.length + asked.length}</span>
      </h2>
      {suggested.length + asked.length > 0 && <ActionButton desk={desk} action="look" quiet label={_("Review")} />}
      <ul>
        {suggested.map((topic) => (
          <Suggestion key={topic.id} desk={desk} topic={topic} />
        ))}
        {asked.map((question) => (
          <QuestionItem key={question.id} desk={desk} question={question} />
        ))}
      </ul>
      {count > 0 && (
        <button
          type="button"
          class="button button-small button-quiet"
          aria-expanded={showsAside}
          onClick={() => showAside(!showsAside)}
        >
          {_("Set aside: {n}", { n: count })}
        </button>
      )}
      <ul>
        {showsAside && aside.map((topic) => <Suggestion key={topic.id} desk={desk} topic={topic} />)}
        {showsAside && left.map((question) => <QuestionItem key={question.id} desk={desk} question={question} />)}
      </ul>
    </section>
  );
}

/** @param {{desk: Desk, topic: ConsoleTopic}} props */
function Suggestion({ desk, topic }) {
  const { row, isPicked } = usePicked(desk, lookKey("topic", topic.id));
  return (
    <li ref={row} tabIndex={-1} class={isPicked ? "suggestion is-picked" : "suggestion"}>
      <blockquote dir="auto">“{topic.title}”</blockquote>
      {topic.by && <p class="suggestion-by">{_("topic from {name}", { name: nameOf(topic.by) })}</p>}
      <div class="rail-row">
        <button
          type="button"
          class="button button-small"
          onClick={() => desk.send({ do: "put_up_topic", topic: topic.id })}
        >
          {_("Put it up")}
          {isPicked && <kbd aria-hidden="true">↵</kbd>}
        </button>
        {topic.state === "suggested" && (
          <button
            type="button"
            class="button button-small button-quiet"
            onClick={() => desk.send({ do: "set_aside_topic", topic: topic.id })}
          >
            {_("Set aside")}
            {isPicked && <kbd aria-hidden="true">⌫</kbd>}
          </button>
        )}
      </div>
    </li>
  );
}
