import { TimeToClose } from "../shared/time/TimeToClose.jsx";
import { _, fill, n_ } from "../shared/i18n/i18n.js";
import { sizeByLength } from "../shared/ui/short-names.js";
import { closingOf, openingOf } from "../shared/method/phase-prompts.js";
import { currentPhase } from "../shared/method/run-of-show.js";
import { Question } from "./Question.jsx";
import { isFew } from "./queue-layout.js";
import { useShrink } from "./shrink.js";

/**
 * @import {DisplaySlices, ThumbsSlice} from "../wire"
 * @import {Shown} from "./Display.jsx"
 */

/**
 * What the talk is about. What the room is asked, or asks, is the headline for as long as it is up;
 * the question of the session is small then.
 *
 * @param {Shown} props
 */
export function StageWords({ session, run, topics, thumbs, shown, queue }) {
  const current = topics.topics.find((topic) => topic.state === "current");
  const counts = session.wall_counts;
  const place = useShrink(JSON.stringify([session.question, current?.title, run.queue_closed, thumbs, shown, isFew(queue.count)]));
  const asked = thumbs.thumbs ? <Thumbs thumbs={thumbs} counts={counts} /> : <Asked shown={shown} counts={counts} />;
  if (!thumbs.thumbs && !shown.question) {
    return (
      <div class="stage-words" ref={place}>
        <Question>{session.question}</Question>
        {current && <Topic title={current.title} />}
        <Prompt run={run} quiet={current !== undefined} />
      </div>
    );
  }
  return (
    <div class="stage-words" ref={place}>
      {asked}
      {run.queue_closed ? (
        <Prompt run={run} quiet />
      ) : (
        <>
          <p class="stage-about">
            <bdi>{session.question}</bdi>
          </p>
          {current && <Topic title={current.title} />}
        </>
      )}
    </div>
  );
}

/** @param {{title: string}} props */
function Topic({ title }) {
  return (
    <p class="current-topic" data-size={sizeByLength(title, [50])}>
      <span>{_("On the table")}</span>
      <bdi>{title}</bdi>
    </p>
  );
}

/** A question that was put up. @param {Pick<DisplaySlices, "shown"> & {counts: boolean}} props */
function Asked({ shown: { question, votes }, counts }) {
  if (!question) return null;
  return (
    <Headline
      label={
        <>
          {_("A question from the room")}
          {counts && votes > 1 && <>, {n_("{n} voice", "{n} voices", votes)}</>}
        </>
      }
      words={question.words}
    />
  );
}

/** Whether to go on with the topic: the room is asked, or has answered. @param {{thumbs: ThumbsSlice, counts: boolean}} props */
function Thumbs({ thumbs, counts }) {
  if (thumbs.open) {
    return (
      <Headline label={_("Answer on your phone")} words={_("Go on with this, or move on?")}>
        <p class="headline-more">
          {counts && n_("{n} has answered", "{n} have answered", thumbs.answered)} <TimeToClose asked={thumbs} />
        </p>
      </Headline>
    );
  }
  const result = [
    fill(_("Go on {n}"), { n: <b>{thumbs.go_on ?? 0}</b> }),
    " · ",
    fill(_("Move on {n}"), { n: <b>{thumbs.move_on ?? 0}</b> }),
  ];
  return <Headline label={_("The room has answered")} words={result} />;
}

/** @param {{label: import("preact").ComponentChildren, words: import("preact").ComponentChildren, children?: import("preact").ComponentChildren}} props */
function Headline({ label, words, children }) {
  const size = typeof words === "string" ? sizeByLength(words, [75, 105, 170]) : "";
  return (
    <>
      <p class="headline-label">{label}</p>
      <h1 class="question" data-size={size}>
        <bdi>{words}</bdi>
      </h1>
      {children}
    </>
  );
}

/**
 * What the facilitator wants the room to know in this part; in the last minutes what comes last.
 *
 * @param {{run: import("../wire").RunSlice, quiet: boolean}} props `quiet`: a topic stands there already
 */
function Prompt({ run, quiet }) {
  const phase = currentPhase(run);
  if (!phase) return null;
  if (run.queue_closed) {
    return (
      <p class="stage-last">
        {closingOf(phase) || _("The last minutes.")}
        <span>{_("The queue is closed. Write your point on your phone.")}</span>
      </p>
    );
  }
  const words = openingOf(phase);
  const isUsual = phase.title_code === "bowl" && !phase.opening;
  return quiet || isUsual || !words ? null : <p class="stage-prompt">{words}</p>;
}
