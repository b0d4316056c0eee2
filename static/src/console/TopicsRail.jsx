import { _, n_ } from "../lib/i18n.js";
import { ActionButton } from "./ActionButton.jsx";
import { Door } from "./Door.jsx";
import { Suggestions } from "./Suggestions.jsx";
import { Topic } from "./Topic.jsx";
import { TopicField } from "./TopicField.jsx";

/** What the talk is about, was about and could be about. @param {{desk: import("./desk.js").Desk}} props */
export function TopicsRail({ desk }) {
  const { topics } = desk.slices.topics;
  const shown = topics.filter(({ state }) => state !== "suggested" && state !== "aside");
  const current = shown.filter(({ state }) => state === "current");
  const others = shown.filter(({ state }) => state !== "current");
  const done = others.filter(({ state }) => state === "done").length;
  const canBegin = desk.slices.session.state === "running" || desk.slices.session.state === "paused";
  return (
    <aside class="rail rail-topics" aria-label={_("Topics")}>
      <Door desk={desk} />
      <h2>
        {_("Topics")} {done > 0 && <span>{n_("{n} done", "{n} done", done)}</span>}
      </h2>
      {canBegin && !desk.isNamingTopic && (
        <div class="rail-row">
          <ActionButton desk={desk} action="topic" icon="topic" label={_("New topic")} />
        </div>
      )}
      {canBegin && desk.isNamingTopic && <TopicField desk={desk} />}
      <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("All topics")}>
        {shown.length === 0 && (
          <p class="hint">{_("No topic yet. What people suggest is listed here for you to look at.")}</p>
        )}
        <ol class="topics">
          {[...current, ...others].map((topic) => (
            <Topic key={topic.id} desk={desk} topic={topic} canBegin={canBegin} />
          ))}
        </ol>
        <Suggestions desk={desk} topics={topics} />
      </div>
    </aside>
  );
}
