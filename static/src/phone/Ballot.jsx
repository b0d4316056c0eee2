import { announce } from "../components/Announce.jsx";
import { Icon } from "../components/Icon.jsx";
import { _, fill, n_ } from "../lib/i18n.js";
import { dotsLeft, dotsOf, isVotable, ownDots } from "../lib/votes.js";
import { usePhone } from "./phone.js";

/** @typedef {import("../wire").TopicView} TopicView */

/**
 * The open vote: dots to put on topics. The order stays as it is, so that nothing moves under
 * the thumb.
 *
 * @param {{noteOf: (topic: TopicView) => string}} props
 */
export function Ballot({ noteOf }) {
  const { slices, room } = usePhone();
  const { topics, vote, me } = slices;
  const own = ownDots(vote, me, room.pending.map((tap) => tap.command));
  const left = dotsLeft(vote, own);
  return (
    <>
      <div class="ballot-head">
        <h1 class="question" tabIndex={-1}>
          {_("What next?")}
        </h1>
        <p>
          {fill(n_("{left} of {n} dot left", "{left} of {n} dots left", vote.dots), {
            left: <b>{left}</b>,
            n: vote.dots,
          })}
        </p>
      </div>
      <ul class="ballot">
        {topics.topics.filter(isVotable).map((topic) => (
          <Choice
            key={topic.id}
            topic={topic}
            note={noteOf(topic)}
            own={own.get(topic.id) ?? 0}
            left={left}
            count={dotsOf(vote, topic.id)}
          />
        ))}
      </ul>
    </>
  );
}

/** @param {{topic: TopicView, note: string, own: number, left: number, count: number}} props */
function Choice({ topic, note, own, left, count }) {
  const { act, slices } = usePhone();
  const { vote } = slices.vote;
  const { title } = topic;
  /** @param {number} dots @param {number} then how many are left afterwards */
  const put = (dots, then) => {
    announce(_("{dots} on “{title}”, {left} left", { dots, title, left: then }));
    act({ do: "cast_dots", vote, topic: topic.id, dots });
  };
  return (
    <li class={own > 0 ? "choice is-own" : "choice"}>
      <span class="choice-title">
        <bdi>{title}</bdi>
        {note && <small>{note}</small>}
      </span>
      {own > 0 && (
        <button
          type="button"
          class="round-button"
          aria-label={_("Take a dot back: {title}", { title })}
          onClick={() => put(own - 1, left + 1)}
        >
          <Icon name="minus" />
        </button>
      )}
      <button
        type="button"
        class="vote-button"
        aria-label={_("Put a dot on: {title}. It has {count}, {own} from you.", { title, count, own })}
        aria-disabled={left <= 0}
        onClick={() => left > 0 && put(own + 1, left - 1)}
      >
        {own > 0 ? <i class="own-dots">{"●".repeat(own)}</i> : <Icon name="add" />}
        <span>{count}</span>
      </button>
    </li>
  );
}
