import { _ } from "../../shared/i18n/i18n.js";
import { AndMore } from "../ui/AndMore.jsx";
import { useMore } from "../ui/rest-of-list.js";
import { QuestionItem } from "./QuestionItem.jsx";

/** The questions that are up, those that most people stand behind first. @param {{desk: import("../desk/desk.js").Desk}} props */
export function Questions({ desk }) {
  const up = desk.slices.questions.questions
    .filter(({ state }) => state === "up")
    .sort((one, other) => other.votes - one.votes || one.id - other.id);
  const { more } = desk.slices.questions;
  /** @type {{items: import("../../wire").ConsoleQuestion[], left: number, show: () => void}} */
  const rest = useMore(desk, "questions.up", more.up, desk.slices.questions);
  if (!up.length) return null;
  return (
    <section class="suggestions" aria-label={_("Questions to the bowl")}>
      <h2>
        {_("Questions")} <span>{up.length + (more.up ?? 0)}</span>
      </h2>
      <ul>
        {[...up, ...rest.items].map((question) => (
          <QuestionItem key={question.id} desk={desk} question={question} />
        ))}
      </ul>
      <AndMore left={rest.left} show={rest.show} />
    </section>
  );
}
