import { useState } from "preact/hooks";
import { _, n_, nameOf, sideBySide } from "../lib/i18n.js";
import { may } from "./rights.js";

/**
 * @import {AsideWhy, ConsoleQuestion} from "../wire"
 * @import {Desk} from "./desk.js"
 */

/** The criteria of moderation, as the one who asks reads them. @type {[AsideWhy, () => string][]} */
const CRITERIA = [
  ["off_topic", () => _("leads away")],
  ["personal", () => _("about a person")],
  ["said_already", () => _("has come up")],
  ["not_a_question", () => _("no question")],
];

/** A question to the bowl, and what can be done with it. @param {{desk: Desk, question: ConsoleQuestion}} props */
export function QuestionItem({ desk, question }) {
  const [isChoosing, choose] = useState(false);
  const { id, words, state, votes } = question;
  const isShown = desk.slices.questions.shown === id;
  return (
    <li class={isShown ? "suggestion is-shown" : "suggestion"}>
      <blockquote dir="auto">“{words}”</blockquote>
      <p class="suggestion-by">{noteOf(question, isShown)}</p>
      {!may(desk.slices, "put_up_question") ? null : isChoosing ? (
        <div class="rail-row" role="group" aria-label={_("Set aside, because it")}>
          {CRITERIA.map(([why, label]) => (
            <button
              key={why}
              type="button"
              class="button button-small"
              onClick={() => desk.send({ do: "set_aside_question", question: id, why })}
            >
              {label()}
            </button>
          ))}
          <Quiet label={_("Keep it")} run={() => choose(false)} />
        </div>
      ) : (
        <div class="rail-row">
          {state !== "up" && (
            <button
              type="button"
              class="button button-small"
              onClick={() => desk.send({ do: "put_up_question", question: id })}
            >
              {_("Put it up")}
            </button>
          )}
          {(state === "up" || state === "waiting") && (
            <button
              type="button"
              class={`button button-small${state === "up" ? "" : " button-quiet"}`}
              aria-pressed={isShown}
              onClick={() => desk.send({ do: "show_question", question: isShown ? null : id })}
            >
              {_("On the wall")}
            </button>
          )}
          {state === "up" && (
            <Quiet label={_("Taken up")} run={() => desk.send({ do: "answer_question", question: id })} />
          )}
          {(state === "up" || state === "waiting") && (
            <Quiet label={_("Set aside")} run={() => choose(true)} />
          )}
        </div>
      )}
      {votes > 1 && <span class="visually-hidden">{n_("{n} voice", "{n} voices", votes)}</span>}
    </li>
  );
}

/** @param {{label: string, run: () => void}} props */
function Quiet({ label, run }) {
  return (
    <button type="button" class="button button-small button-quiet" onClick={run}>
      {label}
    </button>
  );
}

/** @param {ConsoleQuestion} question @param {boolean} isShown */
function noteOf({ by, votes, state, why }, isShown) {
  const reason = CRITERIA.find(([code]) => code === why)?.[1]();
  const notes = [
    _("question from {name}", { name: nameOf(by) }),
    votes > 1 && n_("{n} voice", "{n} voices", votes),
    state === "aside" && reason,
    isShown && _("on the wall"),
  ];
  return sideBySide(notes);
}
