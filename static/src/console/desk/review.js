/** What people wrote and the facilitator has not looked at, one after the other: for keys and lists. */

import { _, listed, n_ } from "../../shared/i18n/i18n.js";
import { may } from "./rights.js";

/**
 * @import {CommandBody, ConsoleSlices, UnseenSlice} from "../../wire"
 * @typedef {object} ReviewItem
 * @property {string} key
 * @property {CommandBody} accept lets it be seen: on the wall, or in the summary
 * @property {CommandBody | null} aside leaves it out; `null` where a reason has to be chosen
 */

/**
 * Everything to look at, in the order of the lists.
 * @param {ConsoleSlices} slices
 * @returns {ReviewItem[]}
 */
export function toReview(slices) {
  const isClosed = slices.session.state === "closed";
  const items = isClosed ? written(slices) : [...asked(slices), ...written(slices)];
  return items.filter(({ accept }) => may(slices, accept.do));
}

/** @param {ConsoleSlices} slices @returns {ReviewItem[]} */
function asked({ topics, questions }) {
  const suggested = topics.topics.filter(({ state }) => state === "suggested");
  const waiting = questions.questions.filter(({ state }) => state === "waiting");
  return [
    ...suggested.map(({ id }) => ({
      key: reviewKey("topic", id),
      accept: /** @type {CommandBody} */ ({ do: "put_up_topic", topic: id }),
      aside: /** @type {CommandBody} */ ({ do: "set_aside_topic", topic: id }),
    })),
    ...waiting.map(({ id }) => ({
      key: reviewKey("question", id),
      accept: /** @type {CommandBody} */ ({ do: "put_up_question", question: id }),
      aside: null,
    })),
  ];
}

/** @param {ConsoleSlices} slices @returns {ReviewItem[]} */
function written({ session, unseen, answers, takeaways }) {
  const isListed = listedIds([...answers.answers, ...takeaways.takeaways]);
  const isClosed = session.state === "closed";
  /** @param {number} id @returns {CommandBody} */
  const pass = (id) => ({ do: "pass_words", items: [id] });
  return [
    ...unseen.answers.filter(isListed).map((id) => ({
      key: reviewKey("answer", id),
      accept: isClosed ? pass(id) : /** @type {CommandBody} */ ({ do: "put_up_answer", answer: id }),
      aside: /** @type {CommandBody} */ ({ do: "set_aside_answer", answer: id }),
    })),
    ...unseen.takeaways.filter(isListed).map((id) => ({
      key: reviewKey("takeaway", id),
      accept: isClosed ? pass(id) : /** @type {CommandBody} */ ({ do: "put_up_takeaway", takeaway: id }),
      aside: /** @type {CommandBody} */ ({ do: "set_aside_takeaway", takeaway: id }),
    })),
    ...unseen.written.map(({ id }) => ({
      key: reviewKey("written", id),
      accept: pass(id),
      aside: /** @type {CommandBody} */ ({ do: "hide_from_summary", item: id }),
    })),
  ];
}

/** Tells which ids have a row; the others come when those before them have been dealt with. @param {{id: number}[]} rows */
function listedIds(rows) {
  const ids = new Set(rows.map(({ id }) => id));
  return (/** @type {number} */ id) => ids.has(id);
}

/** @param {"topic" | "question" | "answer" | "takeaway" | "written"} kind @param {number} id */
export function reviewKey(kind, id) {
  return `${kind} ${id}`;
}

/**
 * Which item is looked at after a step; from none, the first or the last.
 * @param {ReviewItem[]} items
 * @param {string | null} key
 * @param {number} step 1 is on, -1 is back
 */
export function nextToReview(items, key, step) {
  const at = items.findIndex((item) => item.key === key);
  const next = at < 0 && step < 0 ? items.length - 1 : at + step;
  return items[Math.max(0, Math.min(items.length - 1, next))]?.key ?? null;
}

/** All that nobody has looked at, to be passed as a lot. @param {UnseenSlice} unseen */
export function unseenIds({ takeaways, answers, written: rest }) {
  return [...takeaways, ...answers, ...rest.map(({ id }) => id)];
}

/** "63 takeaways not looked at"; empty if all were. @param {UnseenSlice} unseen */
export function unseenWords(unseen) {
  const points = unseen.written.filter(({ kind }) => kind === "point").length;
  const waited = unseen.written.length - points;
  const parts = [
    unseen.takeaways.length > 0 && n_("{n} takeaway", "{n} takeaways", unseen.takeaways.length),
    unseen.answers.length > 0 && n_("{n} answer", "{n} answers", unseen.answers.length),
    points > 0 && n_("{n} written point", "{n} written points", points),
    waited > 0 && n_("{n} point from the queue", "{n} points from the queue", waited),
  ];
  return parts.some(Boolean) ? _("{what} not reviewed", { what: listed(parts) }) : "";
}
