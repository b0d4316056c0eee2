import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { QUESTION_MAX } from "../../shared/limits.js";

/**
 * Another question for the session: Enter asks it, Escape leaves the one that goes on.
 *
 * @param {{desk: import("../desk/desk.js").Desk}} props
 */
export function NextQuestionField({ desk }) {
  const [question, setQuestion] = useState("");
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  const close = () => desk.set({ isAskingNext: false });
  return (
    <form
      class="topic-field"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!question.trim()) return close();
        const { ok } = await desk.send({ do: "next_question", question: question.trim() });
        if (ok) close();
      }}
    >
      <label for="next-question">{_("The next question")}</label>
      <textarea
        id="next-question"
        ref={field}
        class="field-input"
        rows={3}
        maxLength={QUESTION_MAX}
        dir="auto"
        value={question}
        aria-describedby="next-question-hint"
        onInput={(event) => setQuestion(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <p id="next-question-hint" class="hint">
        {_("The wall and phones show it at once. The summary keeps the previous question, with its time.")}
      </p>
      <p class="rail-row">
        <button class="button button-small">
          {_("Ask it")} <kbd aria-hidden="true">↵</kbd>
        </button>
        <button type="button" class="button button-small button-quiet" onClick={close}>
          {_("Cancel")}
        </button>
      </p>
    </form>
  );
}
