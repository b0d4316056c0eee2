import { kindBegins, stageName, stageQuestion } from "../../shared/method/debrief-words.js";
import { _, n_, nameOf } from "../../shared/i18n/i18n.js";
import { AndMore } from "../ui/AndMore.jsx";
import { reviewKey } from "../desk/review.js";
import { useMore } from "../ui/rest-of-list.js";
import { may } from "../desk/rights.js";
import { Written } from "./Unseen.jsx";
import { WrittenItem } from "./WrittenItem.jsx";

/**
 * @import {ConsoleAnswer, ConsoleTakeaway, DebriefStage} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** @type {DebriefStage[]} */
const STAGES = ["what", "so_what", "now_what"];

/** What the room writes when it looks back: answers stage by stage, and takeaways. @param {{desk: Desk}} props */
export function LookingBack({ desk }) {
  return (
    <>
      <Answers desk={desk} />
      <Takeaways desk={desk} />
      <Written desk={desk} />
    </>
  );
}

/** @param {{desk: Desk}} props */
function Answers({ desk }) {
  const { answers } = desk.slices.answers;
  const { stage, answered } = desk.slices.looking_back;
  if (!stage && !answers.length) return null;
  return (
    <section class="suggestions" aria-label={_("Debrief")}>
      <h2>
        {_("Debrief")} <span>{stage && n_("{n} has answered", "{n} have answered", answered)}</span>
      </h2>
      {may(desk.slices, "open_debrief") && desk.slices.session.state !== "closed" && (
        <div class="rail-row" role="group" aria-label={_("Ask the phones")}>
          {STAGES.map((one) => (
            <button
              key={one}
              type="button"
              class="button button-small"
              aria-pressed={one === stage}
              onClick={() => desk.send(one === stage ? { do: "close_debrief" } : { do: "open_debrief", stage: one })}
            >
              {stageName(one)}
            </button>
          ))}
        </div>
      )}
      {STAGES.map((one) => {
        const found = answers.filter((answer) => answer.stage === one);
        return (
          found.length > 0 && (
            <div key={one}>
              <h3>{stageQuestion(one)}</h3>
              <StageAnswers desk={desk} stage={one} listed={found} />
            </div>
          )
        );
      })}
    </section>
  );
}

/** @param {{desk: Desk, stage: DebriefStage, listed: ConsoleAnswer[]}} props */
function StageAnswers({ desk, stage, listed }) {
  const { answers, unseen } = desk.slices;
  /** @type {{items: ConsoleAnswer[], left: number, show: () => void}} */
  const rest = useMore(desk, `answers.${stage}`, answers.more[stage], answers);
  return (
    <>
      <ul>
        {[...listed, ...rest.items].map(({ id, words, by, state }) => (
          <WrittenItem
            key={id}
            desk={desk}
            reviewKey={reviewKey("answer", id)}
            item={unseen.answers.includes(id) ? id : undefined}
            words={words}
            by={nameOf(by)}
            state={state}
            putUp={{ do: "put_up_answer", answer: id }}
            setAside={{ do: "set_aside_answer", answer: id }}
          />
        ))}
      </ul>
      <AndMore left={rest.left} show={rest.show} />
    </>
  );
}

/** @param {{desk: Desk}} props */
function Takeaways({ desk }) {
  const { takeaways, more } = desk.slices.takeaways;
  /** @type {{items: ConsoleTakeaway[], left: number, show: () => void}} */
  const rest = useMore(desk, "takeaways.takeaways", more.takeaways, desk.slices.takeaways);
  const { address, session, looking_back, unseen } = desk.slices;
  if (!takeaways.length && !looking_back.taking) return null;
  const isShown = address.wall === "takeaways";
  const waiting = takeaways.filter(({ state }) => state === "waiting");
  return (
    <section class="suggestions" aria-label={_("Takeaways")}>
      <h2>
        {_("Takeaways")} <span>{takeaways.length + (more.takeaways ?? 0) || ""}</span>
      </h2>
      {may(desk.slices, "put_up_takeaway") && (
        <div class="rail-row">
          {session.state !== "closed" && (
            <button
              type="button"
              class="button button-small button-quiet"
              aria-pressed={isShown}
              onClick={() => desk.send({ do: "show_on_wall", what: isShown ? "bowl" : "takeaways" })}
            >
              {_("On the wall")}
            </button>
          )}
          {waiting.length > 1 && (
            <button
              type="button"
              class="button button-small"
              onClick={() => desk.send({ do: "put_up_takeaways", takeaways: waiting.map(({ id }) => id) })}
            >
              {more.takeaways
                ? n_("Show the first {n}", "Show the first {n}", waiting.length)
                : n_("Show {n}", "Show all {n}", waiting.length)}
            </button>
          )}
        </div>
      )}
      {!takeaways.length && <p class="hint">{_("Phones ask for takeaways. Shared ones are listed here.")}</p>}
      <ul>
        {[...takeaways, ...rest.items].map(({ id, kind, words, by, state, into, origin }) => (
          <WrittenItem
            key={id}
            desk={desk}
            reviewKey={reviewKey("takeaway", id)}
            item={unseen.takeaways.includes(id) ? id : undefined}
            note={into === null ? "" : _("merged with another")}
            words={words}
            by={_("{name}: {kind}", { name: nameOf(by), kind: origin || kindBegins(kind) })}
            state={state}
            putUp={{ do: "put_up_takeaway", takeaway: id }}
            setAside={{ do: "set_aside_takeaway", takeaway: id }}
          />
        ))}
      </ul>
      <AndMore left={rest.left} show={rest.show} />
    </section>
  );
}
