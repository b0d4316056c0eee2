import { useEffect, useState } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { Icon } from "../../shared/ui/Icon.jsx";
import { TimeToClose } from "../../shared/time/TimeToClose.jsx";
import { _, fill, n_ } from "../../shared/i18n/i18n.js";
import { dotsLeft, dotsOf, isVotable, mayVote, needsCode, ownDots } from "../../shared/method/votes.js";
import { usePhone } from "../phone.js";
import { VoteCode } from "./VoteCode.jsx";

/** @typedef {import("../../wire").TopicView} TopicView */

/**
 * The open vote: dots to put on topics. The order stays as it is, so that nothing moves under
 * the thumb.
 *
 * @param {{noteOf: (topic: TopicView) => string}} props
 */
export function Ballot({ noteOf }) {
  const { topics, vote, me } = usePhone().slices;
  const { own, put } = useOwnDots();
  const listed = topics.topics.filter(isVotable);
  const left = dotsLeft(vote, new Map(listed.map(({ id }) => [id, own.get(id) ?? 0])));
  if (!mayVote(vote, me)) return <TooLate />;
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
          })}{" "}
          <TimeToClose asked={vote} />
        </p>
        <p class="ballot-open">{_("This is not a secret ballot: the record shows who voted for what.")}</p>
        {needsCode(vote, me) && <VoteCode />}
      </div>
      <ul class="ballot" inert={needsCode(vote, me)}>
        {listed.map((topic) => (
          <Choice
            key={topic.id}
            topic={topic}
            note={noteOf(topic)}
            own={own.get(topic.id) ?? 0}
            left={left}
            count={dotsOf(vote, topic.id)}
            put={(dots) => put(topic.id, dots)}
          />
        ))}
      </ul>
    </>
  );
}

/** For who came in after the vote was opened. */
function TooLate() {
  return (
    <div class="ballot-head">
      <h1 class="question" tabIndex={-1}>
        {_("What next?")}
      </h1>
      <p class="lead">{_("This vote began before you came in, so you cannot vote yet. The facilitator can let you take part.")}</p>
    </div>
  );
}

/**
 * Where one's own dots are: a tap counts at once, and until the own slice tells of it, so that
 * the next tap goes on from there.
 */
function useOwnDots() {
  const { act, room, slices } = usePhone();
  const { vote, me } = slices;
  const [tapped, setTapped] = useState(/** @type {Map<number, number>} */ (new Map()));
  const known = ownDots(vote, me);
  const settled = [...tapped].every(([topic, dots]) => (known.get(topic) ?? 0) === dots);
  useEffect(() => {
    if (tapped.size && settled && !room.pending.length) setTapped(new Map());
  }, [tapped, settled, room.pending]);
  /** @param {number} topic @param {number} dots */
  const put = async (topic, dots) => {
    setTapped((before) => new Map(before).set(topic, dots));
    const ack = await act({ do: "cast_dots", vote: vote.vote, topic, dots });
    if (!ack.ok) setTapped(new Map());
  };
  return { own: ownDots(vote, me, tapped), put };
}

/**
 * @param {{topic: TopicView, note: string, own: number, left: number, count: number,
 *   put: (dots: number) => void}} props
 */
function Choice({ topic, note, own, left, count, put }) {
  const { title } = topic;
  /** @param {number} dots @param {number} then how many are left afterwards */
  const change = (dots, then) => {
    announce(_("{dots} on “{title}”, {left} left", { dots, title, left: then }));
    put(dots);
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
          aria-label={_("Remove a dot: {title}", { title })}
          onClick={() => change(own - 1, left + 1)}
        >
          <Icon name="minus" />
        </button>
      )}
      <button
        type="button"
        class="vote-button"
        aria-label={_("Put a dot on: {title}. It has {count}, {own} from you.", { title, count, own })}
        aria-disabled={left <= 0}
        onClick={() => left > 0 && change(own + 1, left - 1)}
      >
        {own > 0 ? <i class="own-dots">{"●".repeat(own)}</i> : <Icon name="add" />}
        <span>{count}</span>
      </button>
    </li>
  );
}
