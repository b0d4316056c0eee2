import { Brand } from "../components/Brand.jsx";
import { Water } from "../components/Water.jsx";
import { _, n_ } from "../lib/i18n.js";
import { JoinQr } from "./Join.jsx";
import { Question } from "./Question.jsx";
import { Wall } from "./Wall.jsx";

/** @typedef {import("../wire").DisplaySlices} DisplaySlices */

const MOST = 5; // topics that can be read from the last row

/** After the end: thanks, what it was about, and where to find it again. @param {DisplaySlices} props */
export function Closing({ session, topics, wall }) {
  const talked = topics.topics.filter(({ state }) => state === "done" || state === "current");
  const more = talked.length - MOST;
  return (
    <Wall screen="closing" event={session.event}>
      <div class="closing-words">
        <p class="closing-thanks">{_("Thank you.")}</p>
        <Question>{session.question}</Question>
        {wall.voices > 0 && (
          <p class="closing-voices">
            {n_("{n} voice was heard in the bowl.", "{n} voices were heard in the bowl.", wall.voices)}
          </p>
        )}
        {talked.length > 0 && (
          <>
            <h2 class="closing-heading">{_("What was on the table")}</h2>
            <ol class="closing-topics">
              {talked.slice(0, MOST).map((topic) => (
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
            {_("Scan, look at your phone, or go to")}
            <b dir="ltr">{summaryAddress(wall.join_url, session.summary)}</b>
          </>
        ) : (
          _("The summary comes to your phone.")
        )}
      </p>
    </Wall>
  );
}

/** Where phones find the summary, as it is typed. @param {string} joinUrl @param {string} path */
export function summaryAddress(joinUrl, path) {
  return new URL(path, joinUrl).href.replace(/^https?:\/\//, "");
}
