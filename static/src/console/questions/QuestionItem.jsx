import { useEffect, useRef } from "preact/hooks";
import { _, listed, n_, nameOf } from "../../shared/i18n/i18n.js";
import { reviewKey } from "../desk/review.js";
import { usePicked } from "../keyboard/picked-row.js";
import { may } from "../desk/rights.js";

/**
 * @import {AsideWhy, ConsoleQuestion} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** The criteria of moderation, as the one who asks reads them. @type {[AsideWhy, () => string][]} */
const CRITERIA = [
  ["off_topic", () => _("is off topic")],
  ["personal", () => _("is about a person")],
  ["said_already", () => _("has come up already")],
  ["not_a_question", () => _("is not a question")],
];

/** A question to the bowl, and what can be done with it. @param {{desk: Desk, question: ConsoleQuestion}} props */
export function QuestionItem({ desk, question }) {
  const { id, words, state, votes } = question;
  const { row, isPicked } = usePicked(desk, reviewKey("question", id));
  const isChoosing = desk.asideFor === id;
  const choose = (/** @type {boolean} */ on) => desk.set({ asideFor: on ? id : null });
  const reasons = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    if (isChoosing) reasons.current?.querySelector("button")?.focus();
  }, [isChoosing]);
  const isShown = desk.slices.questions.shown === id;
  return (
    <li
      ref={row}
      tabIndex={-1}
      class={["suggestion", isShown && "is-shown", isPicked && "is-picked"].filter(Boolean).join(" ")}
    >
      <blockquote dir="auto">“{words}”</blockquote>
      <p class="suggestion-by">{noteOf(question, isShown)}</p>
      {!may(desk.slices, "put_up_question") ? null : isChoosing ? (
        <div ref={reasons} class="rail-row" role="group" aria-label={_("Set aside, because it")}>
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
          <Quiet label={_("Cancel")} run={() => choose(false)} />
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
              {isPicked && <kbd aria-hidden="true">↵</kbd>}
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
            <Quiet label={_("Set aside")} sign={isPicked ? "⌫" : ""} run={() => choose(true)} />
          )}
        </div>
      )}
      {votes > 1 && <span class="visually-hidden">{n_("{n} voice", "{n} voices", votes)}</span>}
    </li>
  );
}

/** @param {{label: string, sign?: string, run: () => void}} props */
function Quiet({ label, sign, run }) {
  return (
    <button type="button" class="button button-small button-quiet" onClick={run}>
      {label}
      {sign && <kbd aria-hidden="true">{sign}</kbd>}
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
  return listed(notes);
}
