import { useEffect, useState } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { TimeToClose } from "../../shared/time/TimeToClose.jsx";
import { runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";
import { nextTopic } from "./TopicField.jsx";
import { VoteLength } from "../votes/VoteLength.jsx";

/**
 * @import {ConsoleTopic} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

const MORE_MINUTES = 5;

/**
 * When the time of a topic is up: a question to the room, its answer, and what could follow.
 * Nothing follows by itself.
 *
 * @param {{desk: Desk}} props
 */
export function TopicTime({ desk }) {
  useNow(1_000);
  const { topics, thumbs, clock } = desk.slices;
  if (!may(desk.slices, "open_thumbs")) return null;
  const current = topics.topics.find(({ state }) => state === "current");
  if (!current) return null;
  const isDue = current.due_run_ms !== null && runningMs(clock) >= current.due_run_ms;
  if (thumbs.open) return <Asking desk={desk} />;
  if (thumbs.thumbs) return <Answer desk={desk} topic={current} />;
  return isDue ? <Due desk={desk} topic={current} /> : null;
}

/** @param {{desk: Desk, topic: ConsoleTopic}} props */
function Due({ desk, topic }) {
  const [minutes, setMinutes] = useState(/** @type {number | null} */ (null));
  return (
    <Line says text={_("The time of “{title}” is up.", { title: topic.title })}>
      <button
        type="button"
        class="button button-small"
        onClick={() => desk.send({ do: "open_thumbs", topic: topic.id, minutes })}
      >
        {_("Ask the room")}
      </button>
      <VoteLength minutes={minutes} choose={setMinutes} />
      <More desk={desk} topic={topic} quiet />
    </Line>
  );
}

/** @param {{desk: Desk}} props */
function Asking({ desk }) {
  const { thumbs, answered } = desk.slices.thumbs;
  return (
    <Line text={n_("Go on or move on: {n} has answered.", "Go on or move on: {n} have answered.", answered)}>
      <TimeToClose asked={desk.slices.thumbs} />
      <button
        type="button"
        class="button button-small"
        onClick={() => desk.send({ do: "close_thumbs", thumbs })}
      >
        {_("Show the answer")}
      </button>
    </Line>
  );
}

/** @param {{desk: Desk, topic: ConsoleTopic}} props */
function Answer({ desk, topic }) {
  const { go_on, move_on, suggested } = desk.slices.thumbs;
  const text = _("Go on {go_on}, move on {move_on}.", { go_on: go_on ?? 0, move_on: move_on ?? 0 });
  const goesOn = suggested === "go_on";
  const ways = [
    <More key="more" desk={desk} topic={topic} quiet={!goesOn} />,
    <Next key="next" desk={desk} topic={topic} quiet={goesOn} />,
  ];
  return <Line says text={text}>{goesOn ? ways : ways.reverse()}</Line>;
}

/** @param {{desk: Desk, topic: ConsoleTopic, quiet: boolean}} props */
function More({ desk, topic, quiet }) {
  return (
    <button
      type="button"
      class={`button button-small${quiet ? " button-quiet" : ""}`}
      onClick={() => desk.send({ do: "give_topic_time", topic: topic.id, minutes: MORE_MINUTES })}
    >
      {n_("One minute more", "{n} minutes more", MORE_MINUTES)}
    </button>
  );
}

/** @param {{desk: Desk, topic: ConsoleTopic, quiet: boolean}} props */
function Next({ desk, topic, quiet }) {
  const { topics, next } = desk.slices.topics;
  const following = topics.find(({ id }) => id === next);
  return (
    <button
      type="button"
      class={`button button-small${quiet ? " button-quiet" : ""}`}
      onClick={() => desk.send(nextTopic(desk) ?? { do: "end_topic", topic: topic.id })}
    >
      {following ? _("Next: {title}", { title: following.title }) : _("End this topic")}
    </button>
  );
}

/** @param {{text: string, says?: boolean, children: import("preact").ComponentChildren}} props */
function Line({ text, says = false, children }) {
  // What is counted up is not said number by number.
  useEffect(() => {
    if (says) announce(text);
  }, [says, text]);
  return (
    <section class="topic-time" aria-label={_("Time of the topic")}>
      <p>{text}</p>
      {children}
    </section>
  );
}
