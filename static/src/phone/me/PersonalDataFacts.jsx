import { useEffect, useRef } from "preact/hooks";
import { _, language, n_ } from "../../shared/i18n/i18n.js";
import { kindBegins } from "../../shared/method/debrief-words.js";
import { lineText, wordsOf } from "./personal-data-lines.js";
import { kindText } from "../../shared/method/request-kinds.js";
import { questionText } from "../words.js";

/** @typedef {import("../../wire").RequestKind} RequestKind */
/**
 * What the server holds; the file has all of it, with every field.
 *
 * @typedef {object} Facts
 * @property {{called: string, joined_at_ms: number, hidden: boolean, out: boolean, group: string, volunteer: boolean}} person
 * @property {string} where
 * @property {boolean} credited
 * @property {{id: number, kind: RequestKind, words: string, asked_at_ms: number}[]} requests
 * @property {{id: number, began_at_ms: number, ended_at_ms: number | null, sittings: {chair: number}[], spoken: [number, number][]}[]} turns
 * @property {{id: number, title: string}[]} topics
 * @property {import("../../wire").MyQuestion[]} questions
 * @property {{id: number, words: string}[]} points
 * @property {{id: number, words: string}[]} notes
 * @property {{id: number, kind: import("../../wire").TakeawayKind, words: string, shared: boolean}[]} takeaways
 * @property {{id: number, words: string}[]} answers
 * @property {number[]} behind questions of others
 * @property {{vote: number, topic: number, dots: number}[]} dots
 * @property {{thumbs: number, topic: number, way: import("../../wire").Thumb}[]} thumbs
 * @property {import("./personal-data-lines.js").PersonalDataLine[]} log
 */

/** What is held about a person, in sentences. @param {{facts: Facts}} props */
export function PersonalDataFacts({ facts }) {
  const { requests, turns, topics, questions, points, notes, takeaways, answers } = facts;
  const region = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => region.current?.focus(), []);
  return (
    <div class="personal-data" ref={region} tabIndex={-1}>
      <ul>
        <About facts={facts} />
        {requests.map(({ id, kind, words, asked_at_ms }) => (
          <li key={id}>
            {_("You asked for a chair at {time}", { time: timeText(asked_at_ms) })} · {kindText(kind)}
            {words && <q>{words}</q>}
          </li>
        ))}
        {turns.map((turn) => (
          <li key={turn.id}>
            {turnText(turn)}
            {turn.spoken.length > 0 && <> · {spokenText(turn.spoken)}</>}
          </li>
        ))}
        {topics.map(({ id, title }) => (
          <li key={id}>
            {_("You suggested a topic")} <q>{title}</q>
          </li>
        ))}
        {questions.map((question) => (
          <li key={question.id}>
            {_("You asked the bowl")} · {questionText(question)} <q>{question.words}</q>
          </li>
        ))}
        {points.map(({ id, words }) => (
          <li key={id}>
            {_("You wrote a point")} <q>{words}</q>
          </li>
        ))}
        {notes.map(({ id, words }) => (
          <li key={id}>
            {_("It was noted that you would do this")} <q>{words}</q>
          </li>
        ))}
        {answers.map(({ id, words }) => (
          <li key={id}>
            {_("You answered in the debrief")} <q>{words}</q>
          </li>
        ))}
        {takeaways.map(({ id, kind, words, shared }) => (
          <li key={id}>
            {kindBegins(kind)} · {shared ? _("shared") : _("only you see this")} <q>{words}</q>
          </li>
        ))}
        <Votes facts={facts} />
      </ul>
      <Log lines={facts.log} />
    </div>
  );
}

/** Who one is here. @param {{facts: Facts}} props */
function About({ facts: { person, where, credited } }) {
  return (
    <>
      <li>
        {_("You came in at {time} as", { time: timeText(person.joined_at_ms) })} <bdi>{person.called}</bdi>
      </li>
      {person.hidden && <li>{_("Your name is hidden in the room")}</li>}
      {person.out && <li>{_("You were sent out")}</li>}
      {person.group && (
        <li>
          {_("You speak for")} <q>{person.group}</q>
        </li>
      )}
      {person.volunteer && <li>{_("You stand ready for a chair that nobody takes")}</li>}
      {where && (
        <li>
          {_("You said where you sit")} <q>{where}</q>
        </li>
      )}
      {credited && <li>{_("You chose to be named in the summary")}</li>}
    </>
  );
}

/** How one voted, and on how much. @param {{facts: Facts}} props */
function Votes({ facts: { behind, dots, thumbs } }) {
  const given = dots.reduce((sum, one) => sum + one.dots, 0);
  return (
    <>
      {behind.length > 0 && (
        <li>{n_("You support one question of somebody else", "You support {n} questions of others", behind.length)}</li>
      )}
      {given > 0 && <li>{n_("You put one dot on a topic", "You put {n} dots on topics", given)}</li>}
      {thumbs.map(({ thumbs: asked, way }) => (
        <li key={asked}>{way === "go_on" ? _("Asked about a topic, you said: go on") : _("Asked about a topic, you said: move on")}</li>
      ))}
    </>
  );
}

/** Every line of the log about the person. @param {{lines: Facts["log"]}} props */
function Log({ lines }) {
  return (
    <details class="personal-data-log">
      <summary>{n_("One line of the log is about you.", "{n} lines of the log are about you.", lines.length)}</summary>
      <ol>
        {lines.map((line, at) => (
          <li key={at}>
            {timeText(line.at_ms)} · {lineText(line)}
            {wordsOf(line).map((words) => (
              <q key={words}>{words}</q>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** @param {Facts["turns"][number]} turn */
function turnText({ began_at_ms, ended_at_ms, sittings }) {
  const chair = sittings[sittings.length - 1].chair;
  const from = timeText(began_at_ms);
  return ended_at_ms === null
    ? _("You sit on chair {chair} since {from}", { chair, from })
    : _("You sat on chair {chair} from {from} to {to}", { chair, from, to: timeText(ended_at_ms) });
}

/** @param {[number, number][]} spoken */
function spokenText(spoken) {
  const ms = spoken.reduce((sum, [from, to]) => sum + to - from, 0);
  return n_("you spoke for one minute or less", "you spoke for {n} minutes", Math.max(1, Math.round(ms / 60_000)));
}

/** @param {number} ms */
function timeText(ms) {
  return new Date(ms).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
}
