import { useState } from "preact/hooks";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/**
 * @import {CommandBody, ConsoleTopic} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

const MORE_MINUTES = 5;

/** What can be done with one topic. @param {{desk: Desk, topic: ConsoleTopic, canBegin: boolean, rename: () => void}} props */
export function TopicActions({ desk, topic, canBegin, rename }) {
  const [isMerging, merge] = useState(false);
  const { id, state } = topic;
  const others = desk.slices.topics.topics.filter(
    (other) => other.id !== id && other.state !== "suggested" && other.state !== "aside",
  );
  const isCurrent = state === "current";
  /** @param {string} label @param {CommandBody} command @param {boolean} [loud] */
  const way = (label, command, loud = false) =>
    may(desk.slices, command.do) && (
      <button
        type="button"
        class={`button button-small${loud ? "" : " button-quiet"}`}
        onClick={() => desk.send(command)}
      >
        {label}
      </button>
    );
  if (isMerging) {
    return (
      <div class="rail-row topic-actions" role="group" aria-label={_("Merge with")}>
        {others.map((other) => way(other.title, { do: "merge_topics", topic: id, into: other.id }, true))}
        <button type="button" class="button button-small button-quiet" onClick={() => merge(false)}>
          {_("Cancel")}
        </button>
      </div>
    );
  }
  return (
    <div class="rail-row topic-actions">
      {canBegin && !isCurrent && way(_("Make current"), { do: "begin_topic", topic: id }, true)}
      {isCurrent && way(_("End"), { do: "end_topic", topic: id }, true)}
      {isCurrent &&
        way(n_("One minute more", "{n} minutes more", MORE_MINUTES), {
          do: "give_topic_time",
          topic: id,
          minutes: MORE_MINUTES,
        })}
      {isCurrent && !desk.slices.thumbs.open && way(_("Ask the room"), { do: "open_thumbs", topic: id })}
      <button type="button" class="button button-small button-quiet" onClick={rename}>
        {_("Rename")}
      </button>
      {state !== "parked" && way(_("Keep for later"), { do: "park_topic", topic: id })}
      {state === "parked" && way(_("Put it up"), { do: "put_up_topic", topic: id })}
      {others.length > 0 && (
        <button type="button" class="button button-small button-quiet" onClick={() => merge(true)}>
          {_("Merge with…")}
        </button>
      )}
      {state === "up" && way(_("Set aside"), { do: "set_aside_topic", topic: id })}
    </div>
  );
}
