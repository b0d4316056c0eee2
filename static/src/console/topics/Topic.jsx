import { useState } from "preact/hooks";
import { formatLeft, formatMinutes, runningMs } from "../../shared/time/clock.js";
import { Icon } from "../../shared/ui/Icon.jsx";
import { useNow } from "../../shared/ui/hooks.js";
import { _, listed, n_ } from "../../shared/i18n/i18n.js";
import { TITLE_MAX } from "../../shared/limits.js";
import { dotsOf } from "../../shared/method/votes.js";
import { NoteList } from "../notes/NoteList.jsx";
import { Rename } from "../ui/Rename.jsx";
import { TopicActions } from "./TopicActions.jsx";

/**
 * @import {ConsoleTopic, ConsoleSlices} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** One topic: what it is called, how long it was on the table, and what can be done with it. @param {{desk: Desk, topic: ConsoleTopic, canBegin: boolean}} props */
export function Topic({ desk, topic, canBegin }) {
  useNow(5_000);
  const [isOpen, open] = useState(false);
  const [isRenaming, rename] = useState(false);
  const isCurrent = topic.state === "current";
  const dots = dotsOf(desk.slices.vote, topic.id);
  if (isRenaming) {
    return (
      <li class="topic">
        <Rename
          label={_("Title")}
          text={topic.title}
          maxLength={TITLE_MAX}
          close={() => rename(false)}
          save={(title) => desk.send({ do: "rename_topic", topic: topic.id, title })}
        />
      </li>
    );
  }
  return (
    <li class={`topic${isCurrent ? " is-current" : ""}`}>
      {dots > 0 && (
        <span class="topic-dots">
          {dots}
          <span class="visually-hidden"> {n_("dot", "dots", dots)}</span>
        </span>
      )}
      <b dir="auto">{topic.title}</b>
      <small>{listed([ranWords(desk.slices, topic), withWords(topic)])}</small>
      <button
        type="button"
        class="icon-button more-button"
        aria-expanded={isOpen}
        aria-label={_("More for {title}", { title: topic.title })}
        onClick={() => open(!isOpen)}
      >
        <Icon name="more" />
      </button>
      <NoteList
        desk={desk}
        notes={desk.slices.notes.notes.filter((note) => note.topic === topic.id)}
        last={isCurrent ? 3 : 0}
      />
      {isOpen && (
        <TopicActions desk={desk} topic={topic} canBegin={canBegin} rename={() => rename(true)} />
      )}
    </li>
  );
}

/** What was taken together with it. @param {ConsoleTopic} topic */
function withWords({ merged }) {
  return merged.length ? _("with {titles}", { titles: listed(merged) }) : "";
}

/** @param {ConsoleSlices} slices @param {ConsoleTopic} topic */
function ranWords({ clock }, { state, ran_ms, began_run_ms, due_run_ms }) {
  const now = began_run_ms === null ? 0 : Math.max(0, runningMs(clock) - began_run_ms);
  if (state === "current") {
    const minutes = formatMinutes(ran_ms + now);
    if (due_run_ms === null) return _("on the table, {minutes}", { minutes });
    const left = due_run_ms - runningMs(clock);
    return left > 0
      ? _("on the table, {minutes}, {left} left", { minutes, left: formatLeft(left) })
      : _("on the table, {minutes}, time is up", { minutes });
  }
  if (state === "done") return _("done, {minutes}", { minutes: formatMinutes(ran_ms) });
  if (ran_ms > 0) return formatMinutes(ran_ms);
  return state === "parked" ? "" : _("put up");
}
