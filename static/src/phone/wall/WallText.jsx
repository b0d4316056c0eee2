import { Name } from "../../shared/ui/Name.jsx";
import { toldOf } from "../../shared/method/chair-words.js";
import { runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { dotsOf, isVotable, ranked } from "../../shared/method/votes.js";
import { ActionFooter, Message } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { waitingCount } from "../queue/place.js";
import { askedText, partText, promptText, speakerText, stateText, thumbsText, topicText, useNews } from "./wall-sentences.js";

/**
 * What the room's display shows, in words: for who does not see it, or would rather read.
 *
 * Changes are said as they come; the countdown is not.
 */
export function WallText() {
  const { slices, room } = usePhone();
  const { session, clock, run, thumbs, questions } = slices;
  const atMs = useNow();
  useNews(slices);
  const lines =
    session.state === "closed"
      ? [stateText(session, clock)]
      : [
          stateText(session, clock),
          partText(run, clock, atMs),
          promptText(run, clock, atMs),
          speakerText(slices),
          topicText(slices),
          thumbsText(thumbs),
          askedText(questions),
        ];
  return (
    <>
      <main class="phone-main wall-text">
        <h1 class="question" tabIndex={-1}>
          {_("What the wall shows")}
        </h1>
        <Section title={_("The question")}>
          <p>
            <bdi>{session.question}</bdi>
          </p>
        </Section>
        <Section title={_("Now")}>
          <ul>
            {lines.filter(Boolean).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {room.signals.here > 0 && <li>{n_("{n} here", "{n} here", room.signals.here)}</li>}
          </ul>
        </Section>
        {session.state === "closed" ? <Talked /> : <Live />}
      </main>
      <ActionFooter>
        <Message />
        <Back />
      </ActionFooter>
    </>
  );
}

/** While there is a bowl to come into. */
function Live() {
  return (
    <>
      <Chairs />
      <Line />
      <Topics />
    </>
  );
}

function Chairs() {
  const { bowl, clock, session } = usePhone().slices;
  const run = runningMs(clock, useNow());
  return (
    <Section title={_("The bowl")}>
      <ol class="wall-chairs">
        {bowl.chairs.map((chair) => {
          const ms = chair.began_run_ms === null ? null : Math.max(0, run - chair.began_run_ms);
          const over = chair.kind === "speaker" && ms !== null && ms > session.seat_limit_ms;
          return <li key={chair.no}>{toldOf(chair, { ms, over })}</li>;
        })}
      </ol>
    </Section>
  );
}

/** Who is called next, as far as the wall names them. */
function Line() {
  const { queue, run } = usePhone().slices;
  const count = waitingCount(queue);
  const more = count - queue.next.length;
  return (
    <Section title={_("The queue")}>
      {count === 0 ? (
        <p>{_("Nobody is waiting.")}</p>
      ) : (
        <ol>
          {queue.next.map((label) => (
            <li key={label.id}>
              <Name of={label} />
            </li>
          ))}
          {more > 0 && <li>{n_("and {n} more", "and {n} more", more)}</li>}
        </ol>
      )}
      {run.queue_closed && <p>{_("The queue is closed. Write your point on your phone.")}</p>}
    </Section>
  );
}

/** The topics, with the dots of the room where there was a vote. */
function Topics() {
  const { topics, vote } = usePhone().slices;
  const listed = ranked(topics.topics.filter(isVotable), vote);
  if (!listed.length) return null;
  return (
    <Section title={vote.open || !vote.vote ? _("Topics") : _("This is what the room chose")}>
      <ol>
        {listed.map((topic) => (
          <li key={topic.id}>
            <bdi>{topic.title}</bdi>
            {vote.vote > 0 && <span>{n_("{n} dot", "{n} dots", dotsOf(vote, topic.id))}</span>}
            {topic.state === "current" && <span>{_("on the table now")}</span>}
          </li>
        ))}
      </ol>
      {vote.open && <p>{n_("{n} has voted", "{n} have voted", vote.voted)}</p>}
    </Section>
  );
}

/** After the end: what it was about. */
function Talked() {
  const { topics, session } = usePhone().slices;
  const talked = topics.topics.filter(({ state }) => state === "done" || state === "current");
  return (
    <>
      {talked.length > 0 && (
        <Section title={_("Topics talked about")}>
          <ol>
            {talked.map((topic) => (
              <li key={topic.id}>
                <bdi>{topic.title}</bdi>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {session.summary && (
        <p>
          <a href={session.summary}>{_("Read the summary")}</a>
        </p>
      )}
    </>
  );
}

/** @param {{title: string, children: import("preact").ComponentChildren}} props */
function Section({ title, children }) {
  return (
    <section>
      <h2 class="section">{title}</h2>
      {children}
    </section>
  );
}

/** Back; for who is called it says so, in the colour of it. */
function Back() {
  const { slices, go } = usePhone();
  const { request } = slices.me;
  const isCalled = request !== null && request.state !== "waiting";
  return (
    <button class={isCalled ? "big-button is-accent" : "big-button is-paper"} onClick={() => go("bowl")}>
      {isCalled ? _("Chair {chair} is yours", { chair: request.chair ?? 0 }) : _("Back to the session")}
    </button>
  );
}
