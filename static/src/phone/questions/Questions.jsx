import { Icon } from "../../shared/ui/Icon.jsx";
import { _, listed, n_ } from "../../shared/i18n/i18n.js";
import { AskBowl } from "./AskBowl.jsx";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { questionText } from "../words.js";

/**
 * @typedef {import("../../wire").QuestionView} QuestionView
 * @typedef {QuestionView & {votes: number}} Voted
 */

/** Questions to the bowl: what others would like to hear, and what became of one's own. */
export function Questions() {
  const { questions, upvotes, me } = usePhone().slices;
  const voted = questions.questions.map((question, at) => ({ ...question, votes: upvotes.votes[at] ?? 1 }));
  const up = byVotes(voted.filter(({ state }) => state === "up"));
  const answered = voted.filter(({ state }) => state === "answered").reverse();
  const unseen = me.questions.filter(({ state }) => state === "waiting" || state === "aside");
  return (
    <>
      <main class="phone-main">
        <h1 class="question" tabIndex={-1}>
          {_("Questions to the bowl")}
        </h1>
        {up.length === 0 && (
          <p class="lead">{_("No questions yet. What would you like to ask the bowl?")}</p>
        )}
        {up.length > 0 && (
          <ul class="ballot">
            {up.map((question) => (
              <Upvoted key={question.id} question={question} />
            ))}
          </ul>
        )}
        {unseen.length > 0 && <h2 class="section">{_("You asked")}</h2>}
        <Said questions={unseen} noteOf={questionText} own />
        {answered.length > 0 && <h2 class="section">{_("Taken up by the bowl")}</h2>}
        <Said questions={answered} noteOf={() => ""} />
      </main>
      <ActionFooter>
        <AskBowl />
      </ActionFooter>
    </>
  );
}

/** @param {Voted[]} questions */
function byVotes(questions) {
  return [...questions].sort((one, other) => other.votes - one.votes || one.id - other.id);
}

/** @param {{question: Voted}} props */
function Upvoted({ question }) {
  const { slices, act } = usePhone();
  const { me, questions } = slices;
  const { id, words, votes } = question;
  const own = me.questions.some((mine) => mine.id === id);
  const on = me.upvoted.includes(id);
  const notes = [id === questions.shown && _("On the wall now"), own && _("From you")].filter(Boolean);
  return (
    <li class={on || own ? "choice is-own" : "choice"}>
      <span class="choice-title">
        <bdi>{words}</bdi>
        {notes.length > 0 && <small>{listed(notes)}</small>}
        {own && id !== questions.shown && <TakeBack question={question} />}
      </span>
      {own ? (
        <span class="vote-count">{n_("{n} voice", "{n} voices", votes)}</span>
      ) : (
        <button
          type="button"
          class="vote-button"
          aria-pressed={on}
          aria-label={`${votes}, ${_("I would like to hear that too: {words}", { words })}`}
          onClick={() => act({ do: "upvote_question", question: id, on: !on })}
        >
          <Icon name={on ? "check" : "add"} />
          <span>{votes}</span>
        </button>
      )}
    </li>
  );
}

/** @param {{question: {id: number, words: string}}} props */
function TakeBack({ question: { id, words } }) {
  const { act, tell } = usePhone();
  const takeBack = async () => {
    const ack = await act({ do: "take_back_question", question: id });
    if (ack.ok) tell(_("Your question is withdrawn."));
  };
  return (
    <button type="button" class="take-back" aria-label={_("Withdraw: {words}", { words })} onClick={takeBack}>
      {_("Withdraw")}
    </button>
  );
}

/**
 * @template {{id: number, words: string}} Q
 * @param {{questions: Q[], noteOf: (question: Q) => string, own?: boolean}} props
 */
function Said({ questions, noteOf, own = false }) {
  if (questions.length === 0) return null;
  return (
    <ul class="topics">
      {questions.map((question) => (
        <li key={question.id} class="topic is-done">
          <p class="topic-title">
            <bdi>{question.words}</bdi>
          </p>
          {noteOf(question) && <span class="topic-note">{noteOf(question)}</span>}
          {own && <TakeBack question={question} />}
        </li>
      ))}
    </ul>
  );
}
