import { useRef, useState } from "preact/hooks";
import { stageName, stageQuestion } from "../../shared/method/debrief-words.js";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { WORDS_MAX } from "../../shared/limits.js";
import { usePhone } from "../phone.js";
import { ActionFooter } from "../frame/ActionFooter.jsx";

/** @typedef {import("../../wire").DebriefStage} DebriefStage */
/** @typedef {import("../../wire").MyAnswer} MyAnswer */

/** @type {DebriefStage[]} */
const STAGES = ["what", "so_what", "now_what"];

/** The question of the stage that is open, and what one answered. @param {{stage: DebriefStage}} props */
export function Debrief({ stage }) {
  const { slices, act, tell } = usePhone();
  const [draft, setDraft] = useState("");
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const own = slices.me.answers.filter((answer) => answer.stage === stage);
  const { answered } = slices.looking_back;

  /** @param {SubmitEvent} event */
  const send = async (event) => {
    event.preventDefault();
    const words = draft.trim();
    if (!words) return field.current?.focus();
    const ack = await act({ do: "answer_debrief", stage, words });
    if (!ack.ok) return;
    setDraft("");
    tell(ack.said ? _("You said that already.") : _("Thank you."));
  };
  return (
    <>
      <main class="phone-main">
        <ol class="stages" aria-label={_("Debrief in three steps")}>
          {STAGES.map((one) => (
            <li key={one} aria-current={one === stage ? "step" : undefined}>
              {stageName(one)}
            </li>
          ))}
        </ol>
        <h1 class="question" tabIndex={-1}>
          {stageQuestion(stage)}
        </h1>
        <p class="lead" role="status">
          {n_("{n} has answered", "{n} have answered", answered)}
        </p>
        {own.length > 0 && (
          <ul class="kept">
            {own.map((answer) => (
              <Answered key={answer.id} answer={answer} />
            ))}
          </ul>
        )}
      </main>
      <ActionFooter>
        <form class="suggest" onSubmit={send}>
          <label class="field-label" for="answer">
            {own.length ? _("One more thing") : _("Your answer")}
          </label>
          <textarea
            class="field-input"
            id="answer"
            rows={3}
            maxLength={WORDS_MAX}
            aria-describedby="answer-hint"
            ref={field}
            value={draft}
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
          <p class="criteria" id="answer-hint">
            {slices.session.attribution === "chatham_house"
              ? _("The facilitator reviews answers. Then they go into the summary, without names. Some are shown on the wall.")
              : _("The facilitator reviews answers. Then they go into the summary. Some are shown on the wall.")}
          </p>
          <button class="big-button is-accent">{_("Send")}</button>
        </form>
      </ActionFooter>
    </>
  );
}

/** @param {{answer: MyAnswer}} props */
function Answered({ answer: { id, words, state } }) {
  const { act, tell } = usePhone();
  const takeBack = async () => {
    const ack = await act({ do: "take_back_answer", answer: id });
    if (ack.ok) tell(_("Your answer is withdrawn."));
  };
  return (
    <li>
      {state !== "waiting" && (
        <small>{state === "up" ? _("on the wall") : _("the facilitator left it out; only you see it")}</small>
      )}
      <p>
        <bdi>{words}</bdi>
      </p>
      <button type="button" class="take-back" aria-label={_("Withdraw: {words}", { words })} onClick={takeBack}>
        {_("Withdraw")}
      </button>
    </li>
  );
}
