import { useState } from "preact/hooks";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { AndMore } from "../ui/AndMore.jsx";
import { reviewKey } from "../desk/review.js";
import { useMore } from "../ui/rest-of-list.js";
import { usePicked } from "../keyboard/picked-row.js";
import { QuestionItem } from "../questions/QuestionItem.jsx";

/**
 * @import {ConsoleQuestion, ConsoleTopic} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** Topics and questions that wait to be looked at, and those that were set aside. @param {{desk: Desk, topics: ConsoleTopic[]}} props */
export function Suggestions({ desk, topics }) {
  const [showsAside, showAside] = useState(false);
  const suggested = topics.filter(({ state }) => state === "suggested");
  const aside = topics.filter(({ state }) => state === "aside");
  const { questions } = desk.slices.questions;
  const moreTopics = desk.slices.topics.more;
  const moreQuestions = desk.slices.questions.more;
  const asked = questions.filter(({ state }) => state === "waiting");
  const left = questions.filter(({ state }) => state === "aside");
  const count = aside.length + left.length + (moreTopics.aside ?? 0) + (moreQuestions.aside ?? 0);
  const toLook = suggested.length + asked.length + (moreTopics.suggested ?? 0) + (moreQuestions.waiting ?? 0);
  if (!toLook && !count) return null;
  return (
    <section class="suggestions" aria-label={_("To review")}>
      <h2>
        {_("To review")} <span>{toLook}</span>
      </h2>
      {toLook > 0 && <ActionButton desk={desk} action="review" quiet label={_("Review")} />}
      <TopicList desk={desk} listed={suggested} state="suggested" />
      <QuestionList desk={desk} listed={asked} state="waiting" />
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
      {showsAside && <TopicList desk={desk} listed={aside} state="aside" />}
      {showsAside && <QuestionList desk={desk} listed={left} state="aside" />}
    </section>
  );
}

/** @param {{desk: Desk, listed: ConsoleTopic[], state: "suggested" | "aside"}} props */
function TopicList({ desk, listed, state }) {
  const { topics } = desk.slices;
  /** @type {{items: ConsoleTopic[], left: number, show: () => void}} */
  const rest = useMore(desk, `topics.${state}`, topics.more[state], topics);
  if (!listed.length) return null;
  return (
    <>
      <ul>
        {[...listed, ...rest.items].map((topic) => (
          <Suggestion key={topic.id} desk={desk} topic={topic} />
        ))}
      </ul>
      <AndMore left={rest.left} show={rest.show} />
    </>
  );
}

/** @param {{desk: Desk, listed: ConsoleQuestion[], state: "waiting" | "aside"}} props */
function QuestionList({ desk, listed, state }) {
  const { questions } = desk.slices;
  /** @type {{items: ConsoleQuestion[], left: number, show: () => void}} */
  const rest = useMore(desk, `questions.${state}`, questions.more[state], questions);
  if (!listed.length) return null;
  return (
    <>
      <ul>
        {[...listed, ...rest.items].map((question) => (
          <QuestionItem key={question.id} desk={desk} question={question} />
        ))}
      </ul>
      <AndMore left={rest.left} show={rest.show} />
    </>
  );
}

/** @param {{desk: Desk, topic: ConsoleTopic}} props */
function Suggestion({ desk, topic }) {
  const { row, isPicked } = usePicked(desk, reviewKey("topic", topic.id));
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
