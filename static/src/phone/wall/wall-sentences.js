/** What the wall says about the moment, as sentences; and saying to screen readers what is new in it. */

import { useEffect, useRef } from "preact/hooks";
import { isBreak } from "../../shared/time/break.js";
import { announce } from "../../shared/ui/Announce.jsx";
import { formatMinutes, leftMs, nowMs, runningMs } from "../../shared/time/clock.js";
import { _, n_, nameOf } from "../../shared/i18n/i18n.js";
import { closingOf, openingOf, titleOf } from "../../shared/method/phase-prompts.js";
import { breakText } from "../words.js";
import { currentPhase, pairStep, phaseLeftMs } from "../../shared/method/run-of-show.js";

/** @import {ClockSlice, PhoneSlices, QuestionsSlice, RunSlice, SessionSlice, ThumbsSlice} from "../../wire" */

const CALM_MS = 1_500; // changes that come together are said together

/** @param {SessionSlice} session @param {ClockSlice} clock */
export function stateText({ state }, clock) {
  if (state === "lobby") return _("It has not started yet.");
  if (isBreak(clock) && state === "paused") return breakText(clock);
  if (state === "paused") return _("Paused for a moment. You keep your place.");
  return state === "closed" ? _("This session has ended.") : "";
}

/** What is left of the part that goes on, and its name; in whole minutes. @param {RunSlice} run @param {ClockSlice} clock @param {number} now */
export function partText(run, clock, now) {
  if (clock.state === "lobby" || clock.state === "closed") return "";
  const phase = run.phases.length > 1 ? currentPhase(run) : null;
  const left = phase ? phaseLeftMs(run, runningMs(clock, now)) : leftMs(clock, now);
  const params = { part: phase ? titleOf(phase) : "", time: formatMinutes(left) };
  if (phase) return left < 0 ? _("{part}: {time} over.", params) : _("{part}: {time} left.", params);
  return left < 0 ? _("{time} over.", params) : _("{time} left.", params);
}

/** What everybody is to do in this part. @param {RunSlice} run @param {ClockSlice} clock @param {number} now */
export function promptText(run, clock, now) {
  const phase = currentPhase(run);
  if (!phase) return "";
  if (phase.kind === "pair_share") return pairText(run, runningMs(clock, now));
  if (run.queue_closed) return closingOf(phase) || _("The last minutes.");
  return phase.title_code === "bowl" && !phase.opening ? "" : openingOf(phase);
}

/** @param {RunSlice} run @param {number} runMs */
function pairText(run, runMs) {
  switch (pairStep(run, runMs)?.step) {
    case "think":
      return _("First a moment of silence, everybody alone.");
    case "first":
      return _("Turn to the person next to you. The first voice talks.");
    case "second":
      return _("Swap: now the second voice talks.");
    case "recall":
      return _("Time is up. Back to the front.");
    default:
      return "";
  }
}

/** @param {PhoneSlices} slices */
export function speakerText({ bowl }) {
  const speaker = bowl.chairs.find(({ state }) => state === "speaking")?.person;
  return speaker ? _("{name} is speaking.", { name: nameOf(speaker) }) : "";
}

/** @param {PhoneSlices} slices */
export function topicText({ topics }) {
  const topic = topics.topics.find(({ state }) => state === "current");
  return topic ? _("On the table: {topic}", { topic: topic.title }) : "";
}

/** What the room is asked, or has answered. @param {ThumbsSlice} thumbs */
export function thumbsText({ thumbs, open, go_on, move_on }) {
  if (!thumbs) return "";
  if (open) return _("The room is asked: go on with this, or move on?");
  return _("The room has answered: go on {go_on}, move on {move_on}.", { go_on: go_on ?? 0, move_on: move_on ?? 0 });
}

/** The question that was put up on the wall. @param {QuestionsSlice} questions */
export function askedText({ questions, shown }) {
  const question = questions.find(({ id }) => id === shown);
  return question ? _("A question from the room: {words}", { words: question.words }) : "";
}

/** @param {PhoneSlices} slices */
function openText({ bowl }) {
  const open = bowl.chairs.filter(({ state }) => state === "open").length;
  return open === 0 ? _("No chair is open just now.") : n_("One chair is open.", "{n} chairs are open.", open);
}

/** Announces changes: none at first, and those that come together in one sentence. @param {PhoneSlices} slices */
export function useNews(slices) {
  const { session, run, clock, thumbs, questions } = slices;
  const lines = [
    stateText(session, clock),
    promptText(run, clock, nowMs()),
    speakerText(slices),
    openText(slices),
    topicText(slices),
    thumbsText(thumbs),
    askedText(questions),
  ];
  const said = useRef(lines);
  useEffect(() => {
    const timer = setTimeout(() => {
      const news = lines.filter((line, place) => line && line !== said.current[place]);
      said.current = lines;
      if (news.length) announce(news.join(" "));
    }, CALM_MS);
    return () => clearTimeout(timer);
  }, lines);
}
