/** Votes as the faces show them; pure. */

/**
 * @import {MeSlice, TopicState, VoteSlice} from "../../wire"
 */

/** Whether dots can be put on a topic. @param {{state: TopicState}} topic */
export function isVotable({ state }) {
  return state === "up" || state === "current";
}

/** How many dots a topic has. @param {VoteSlice} vote @param {number} topic */
export function dotsOf(vote, topic) {
  return vote.counts.find((count) => count.topic === topic)?.dots ?? 0;
}

/**
 * The topics with the most dots first, those that came first among equals.
 *
 * @template {{id: number}} T
 * @param {T[]} topics
 * @param {VoteSlice} vote
 * @returns {T[]}
 */
export function ranked(topics, vote) {
  return [...topics].sort((one, other) => dotsOf(vote, other.id) - dotsOf(vote, one.id) || one.id - other.id);
}

/**
 * Where somebody's own dots are.
 *
 * @param {VoteSlice} vote
 * @param {MeSlice} me
 * @param {Map<number, number>} [tapped] by topic, what was tapped and is not heard of yet
 * @returns {Map<number, number>} dots by topic
 */
export function ownDots(vote, me, tapped = new Map()) {
  const known = me.dots.filter((dots) => dots.vote === vote.vote);
  return new Map([...known.map(({ topic, dots }) => /** @type {const} */ ([topic, dots])), ...tapped]);
}

/** How many dots somebody has not put anywhere yet. @param {VoteSlice} vote @param {Map<number, number>} own */
export function dotsLeft(vote, own) {
  return vote.dots - [...own.values()].reduce((sum, dots) => sum + dots, 0);
}

/**
 * Whether somebody may vote: who was in the room when the vote was opened, and who was let in since.
 * People are numbered as they come, and votes with them.
 *
 * @param {VoteSlice} vote
 * @param {MeSlice} me
 */
export function mayVote(vote, me) {
  return !vote.fixed || (me.person > 0 && me.person < vote.vote) || (me.let_in ?? []).includes(vote.vote);
}

/** Whether somebody has yet to type the number on the wall. @param {VoteSlice} vote @param {MeSlice} me */
export function needsCode(vote, me) {
  return Boolean(vote.with_code) && mayVote(vote, me) && !(me.code_typed ?? []).includes(vote.vote);
}

/** Whether somebody was there when the thumbs were asked for. @param {import("../../wire").ThumbsSlice} thumbs @param {MeSlice} me */
export function mayAnswer(thumbs, me) {
  return !thumbs.fixed || (me.person > 0 && me.person < thumbs.thumbs);
}
