import { useState } from "preact/hooks";
import { formatMinutes, runningMs } from "../lib/clock.js";
import { Icon } from "../components/Icon.jsx";
import { useNow } from "../lib/hooks.js";
import { _ } from "../lib/i18n.js";
import { Rename } from "./Rename.jsx";

/**
 * @import {ConsoleTopic, ConsoleSlices} from "../wire"
 * @import {Desk} from "./desk.js"
 */

/** One topic: what it is called, how long it was on the table, and what can be done with it. @param {{desk: Desk, topic: ConsoleTopic, canBegin: boolean}} props */
export function Topic({ desk, topic, canBegin }) {
  useNow(5_000);
  const [isOpen, open] = useState(false);
  const [isRenaming, rename] = useState(false);
  const isCurrent = topic.state === "current";
  if (isRenaming) {
    return (
      <li class="topic">
        <Rename
          label={_("Title")}
          text={topic.title}
          maxLength={140}
          close={() => rename(false)}
          save={(title) => desk.send({ do: "rename_topic", topic: topic.id, title })}
        />
      </li>
    );
  }
  return (
    <li class={`topic${isCurrent ? " is-current" : ""}`}>
      <b dir="auto">{topic.title}</b>
      <small>{ranWords(desk.slices, topic)}</small>
      <button
        type="button"
        class="icon-button more-button"
        aria-expanded={isOpen}
        aria-label={_("More for {title}", { title: topic.title })}
        onClick={() => open(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <div class="rail-row topic-actions">
          {canBegin && !isCurrent && (
            <button
              type="button"
              class="button button-small"
              onClick={() => desk.send({ do: "begin_topic", topic: topic.id })}
            >
              {_("Make current")}
            </button>
          )}
          {isCurrent && (
            <button
              type="button"
              class="button button-small"
              onClick={() => desk.send({ do: "end_topic", topic: topic.id })}
            >
              {_("End")}
            </button>
          )}
          <button type="button" class="button button-small button-quiet" onClick={() => rename(true)}>
            {_("Rename")}
          </button>
          {canBegin && topic.state === "up" && (
            <button
              type="button"
              class="button button-small button-quiet"
              onClick={() => desk.send({ do: "set_aside_topic", topic: topic.id })}
            >
              {_("Set aside")}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** @param {ConsoleSlices} slices @param {ConsoleTopic} topic */
function ranWords({ clock }, { state, ran_ms, began_run_ms }) {
  const now = began_run_ms === null ? 0 : Math.max(0, runningMs(clock) - began_run_ms);
  if (state === "current") return _("on the table, {minutes}", { minutes: formatMinutes(ran_ms + now) });
  return state === "done" ? _("done, {minutes}", { minutes: formatMinutes(ran_ms) }) : _("put up");
}
