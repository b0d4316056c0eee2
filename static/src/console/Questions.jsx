import { _ } from "../lib/i18n.js";
import { QuestionItem } from "./QuestionItem.jsx";

/** The questions that are up, those that most people stand behind first. @param {{desk: import("./desk.js").Desk}} props */
export function Questions({ desk }) {
  const up = desk.slices.questions.questions
    .filter(({ state }) => state === "up")
    .sort((one, other) => other.votes - one.votes || one.id - other.id);
  if (!up.length) return null;
  return (
    <section class="suggestions" aria-label={_("Questions to the bowl")}>
      <h2>
        {_("Questions")} <span>{up.length}</span>
      </h2>
      <ul>
        {up.map((question) => (
          <QuestionItem key={question.id} desk={desk} question={question} />
        ))}
      </ul>
    </section>
  );
}
