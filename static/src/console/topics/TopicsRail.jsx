import { _, n_ } from "../../shared/i18n/i18n.js";
import { ranked } from "../../shared/method/votes.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { NextQuestionField } from "../questions/NextQuestionField.jsx";
import { Door } from "../door/Door.jsx";
import { LookingBack } from "../after/LookingBack.jsx";
import { LooseNotes } from "../notes/NoteList.jsx";
import { NotesToCheck } from "../notes/NotesToCheck.jsx";
import { Questions } from "../questions/Questions.jsx";
import { StillOpen } from "./StillOpen.jsx";
import { Suggestions } from "./Suggestions.jsx";
import { Topic } from "./Topic.jsx";
import { TopicField } from "./TopicField.jsx";
import { TopicTime } from "./TopicTime.jsx";
import { VoteRow } from "../votes/VoteRow.jsx";

/** What the talk is about, was about and could be about. @param {{desk: import("../desk/desk.js").Desk}} props */
export function TopicsRail({ desk }) {
  return (
    <aside class="rail rail-topics" aria-label={_("Topics")}>
      <Door desk={desk} />
      <h2>
        {_("Topics")} <span>{headWords(desk)}</span>
      </h2>
      <TopicsContents desk={desk} />
    </aside>
  );
}

/** What stands under the heading, in the rail or in a panel. @param {{desk: import("../desk/desk.js").Desk}} props */
export function TopicsContents({ desk }) {
  const { session, vote } = desk.slices;
  const { topics, next } = desk.slices.topics;
  /** @param {import("../../wire").TopicState} wanted */
  const inState = (wanted) => topics.filter(({ state }) => state === wanted);
  const done = inState("done");
  const parked = inState("parked");
  const shown = [...inState("current"), ...ranked(inState("up"), vote), ...done];
  const canBegin = session.state === "running" || session.state === "paused";
  return (
    <>
      <TopicTime desk={desk} />
      {!desk.isNamingTopic && (
        <div class="rail-row">
          {canBegin && (
            <ActionButton
              desk={desk}
              action="topic"
              icon="topic"
              label={next === null ? _("New topic") : _("Next topic")}
            />
          )}
          <VoteRow desk={desk} />
          {canBegin && !desk.isAskingNext && (
            <ActionButton desk={desk} action="next_question" label={_("Next question")} />
          )}
          {desk.slices.you.role !== "note_taker" && (
            <ActionButton desk={desk} action="note" icon="note" label={_("Note")} expanded={desk.isNoting} />
          )}
        </div>
      )}
      {canBegin && desk.isNamingTopic && <TopicField desk={desk} />}
      {canBegin && desk.isAskingNext && <NextQuestionField desk={desk} />}
      <NotesToCheck desk={desk} />
      <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("All topics")}>
        {shown.length === 0 && (
          <p class="hint">{_("No topic yet. Suggestions from phones are listed here for you to review.")}</p>
        )}
        <ol class="topics">
          {shown.map((topic) => (
            <Topic key={topic.id} desk={desk} topic={topic} canBegin={canBegin} />
          ))}
        </ol>
        <LooseNotes desk={desk} topics={[...shown, ...parked]} />
        <Suggestions desk={desk} topics={topics} />
        <Questions desk={desk} />
        <LookingBack desk={desk} />
        <StillOpen desk={desk} />
        {parked.length > 0 && (
          <section class="suggestions" aria-label={_("For later")}>
            <h2>
              {_("For later")} <span>{parked.length}</span>
            </h2>
            <ul class="topics">
              {parked.map((topic) => (
                <Topic key={topic.id} desk={desk} topic={topic} canBegin={canBegin} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

/** How many have voted, while they do; else how many topics are done. @param {import("../desk/desk.js").Desk} desk */
function headWords({ slices }) {
  const { open, voted, voters } = slices.vote;
  const done = slices.topics.topics.filter(({ state }) => state === "done").length;
  if (open) return _("{voted} of {here} voted", { voted, here: Math.max(voters ?? 0, voted) });
  return done > 0 ? n_("{n} done", "{n} done", done) : "";
}
