import { Brand } from "../shared/ui/Brand.jsx";
import { Water } from "../shared/bowl/Water.jsx";
import { _, fill, n_ } from "../shared/i18n/i18n.js";
import { JoinQr } from "./Join.jsx";
import { Question } from "./Question.jsx";
import { Wall } from "./Wall.jsx";

/** @typedef {import("../wire").DisplaySlices} DisplaySlices */

const MOST = 5; // topics that can be read from the last row

/** Letters in a line, and rem of the wall: what is free under a question, a line of it, a topic, a second line. */
const ROOM = { question: 38, title: 42, free: 37, line: 3.3, row: 4.7, more: 2.7 };

/** After the end: thanks, what it was about, and where to find it again. @param {DisplaySlices} props */
export function Closing({ session, topics, wall }) {
  const talked = topics.topics.filter(({ state }) => state === "done" || state === "current");
  const most = fitting(session.question, talked);
  const more = talked.length - most;
  return (
    <Wall screen="closing" event={session.event}>
      <div class="closing-words">
        <p class="closing-thanks">{_("Thank you.")}</p>
        {session.question && <Question>{session.question}</Question>}
        {session.wall_counts && wall.voices > 0 && (
          <p class="closing-voices">
            {n_("{n} voice was heard in the bowl.", "{n} voices were heard in the bowl.", wall.voices)}
          </p>
        )}
        {talked.length > 0 && (
          <>
            <h2 class="closing-heading">{_("Topics talked about")}</h2>
            <ol class="closing-topics">
              {talked.slice(0, most).map((topic) => (
                <li key={topic.id}>
                  <bdi>{topic.title}</bdi>
                </li>
              ))}
              {more > 0 && <li>{n_("and {n} more", "and {n} more", more)}</li>}
            </ol>
          </>
        )}
      </div>
      <div class="closing-bowl">
        <div class="bowl">
          <Water wide />
        </div>
        <div class="lit-table">
          {session.summary ? <JoinQr session={session} wall={wall} /> : <Brand name={false} />}
        </div>
      </div>
      <p class="closing-summary">
        {session.summary ? (
          <>
            <b class="closing-title">{_("Keep the summary")}</b>
            {fill(_("Scan, look at your phone, or go to {address}"), {
              address: <b dir="ltr">{summaryAddress(wall.join_url, session.summary)}</b>,
            })}
          </>
        ) : (
          _("The summary comes to your phone.")
        )}
      </p>
    </Wall>
  );
}

/** How many topics stand under the question without leaving the wall. @param {string} question @param {{title: string}[]} topics */
function fitting(question, topics) {
  let free = ROOM.free - Math.ceil(question.length / ROOM.question) * ROOM.line;
  for (let shown = 0; shown < Math.min(MOST, topics.length); shown += 1) {
    free -= ROOM.row + Math.floor((topics[shown].title.length - 1) / ROOM.title) * ROOM.more;
    const needed = shown + 1 < topics.length ? ROOM.row : 0;
    if (free < needed) return shown;
  }
  return Math.min(MOST, topics.length);
}

/** Where phones find the summary, as it is typed. @param {string} joinUrl @param {string} path */
export function summaryAddress(joinUrl, path) {
  return new URL(path, joinUrl).href.replace(/^https?:\/\//, "");
}
