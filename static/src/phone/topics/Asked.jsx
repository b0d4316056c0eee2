import { TimeToClose } from "../../shared/time/TimeToClose.jsx";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { stageQuestion } from "../../shared/method/debrief-words.js";
import { dotsLeft, mayAnswer, mayVote, ownDots } from "../../shared/method/votes.js";
import { KnownHint } from "../known/KnownHint.jsx";
import { usePhone } from "../phone.js";
import { useSaid } from "../frame/screen.js";

/**
 * What the whole room is asked just now, on whichever page one is.
 *
 * @param {{screen: string}} props
 */
export function Asked({ screen }) {
  const { slices } = usePhone();
  if (slices.thumbs.open) return <Thumbs />;
  if (slices.vote.open && screen !== "topics" && screen !== "in") return <VoteHint />;
  const { stage, taking, bringing } = slices.looking_back;
  if (stage && screen !== "takeaways") return <StageHint stage={stage} />;
  if (taking && screen !== "takeaways" && slices.me.takeaways.length === 0) return <TakeHint />;
  const hasBrought = slices.me.takeaways.some(({ kind }) => kind === "brought");
  if (bringing && screen !== "takeaways" && !hasBrought) return <BringHint />;
  return taking ? <KnownHint /> : null;
}

/** The way to the question of the debrief. @param {{stage: import("../../wire").DebriefStage}} props */
function StageHint({ stage }) {
  const { slices, go } = usePhone();
  useSaid(stageQuestion(stage));
  const isAnswered = slices.me.answers.some((answer) => answer.stage === stage);
  return (
    <button type="button" class="asked asked-vote" onClick={() => go("takeaways")}>
      <span>{stageQuestion(stage)}</span> {isAnswered ? _("You have answered.") : _("Answer here.")}
    </button>
  );
}

/** The way to what one takes home. */
function TakeHint() {
  const { go } = usePhone();
  return (
    <button type="button" class="asked asked-vote" onClick={() => go("takeaways")}>
      <span>{_("What do you take with you?")}</span> {_("Write it here.")}
    </button>
  );
}

/** The way to sign up with what one brings back. */
function BringHint() {
  const { go } = usePhone();
  return (
    <button type="button" class="asked asked-vote" onClick={() => go("takeaways")}>
      <span>{_("Were you somewhere?")}</span> {_("Say what you bring back.")}
    </button>
  );
}

/** Whether to go on with the topic. */
function Thumbs() {
  const { slices, act } = usePhone();
  const { thumbs, me, topics } = slices;
  const title = topics.topics.find(({ state }) => state === "current")?.title ?? "";
  const own = me.thumb?.thumbs === thumbs.thumbs ? me.thumb.way : null;
  useSaid(_("Go on with this topic, or move on?"));
  /** @type {[import("../../wire").Thumb, string][]} */
  const ways = [
    ["go_on", _("Go on")],
    ["move_on", _("Move on")],
  ];
  return (
    <section class="asked" aria-label={_("The room is asked")}>
      <p>
        {_("Its time is up. Go on, or move on?")} <bdi>{title}</bdi>
      </p>
      {!mayAnswer(thumbs, me) && <p>{_("This was asked before you came in, so you cannot answer.")}</p>}
      <div class="asked-ways" inert={!mayAnswer(thumbs, me)}>
        {ways.map(([way, words]) => (
          <button
            key={way}
            type="button"
            class="asked-way"
            aria-pressed={own === way}
            onClick={() => own === way || act({ do: "cast_thumb", thumbs: thumbs.thumbs, way })}
          >
            {words}
          </button>
        ))}
      </div>
      <small>
        {n_("{n} has answered", "{n} have answered", thumbs.answered)} <TimeToClose asked={thumbs} />
      </small>
    </section>
  );
}

/** The way to the ballot, while there are dots to give. */
function VoteHint() {
  const { slices, go } = usePhone();
  const left = dotsLeft(slices.vote, ownDots(slices.vote, slices.me));
  useSaid(_("A vote is open."));
  if (left <= 0 || !mayVote(slices.vote, slices.me)) return null;
  return (
    <button type="button" class="asked asked-vote" onClick={() => go("topics")}>
      <span>{_("What next?")}</span> {n_("Vote: you have {n} dot.", "Vote: you have {n} dots.", left)}{" "}
      <TimeToClose asked={slices.vote} />
    </button>
  );
}
