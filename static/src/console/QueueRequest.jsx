import { useState } from "preact/hooks";
import { Icon } from "../components/Icon.jsx";
import { nowMs } from "../lib/clock.js";
import { _, nameOf } from "../lib/i18n.js";
import { kindWords } from "../lib/kinds.js";
import { passedWords, whyWords } from "../lib/places-why.js";
import { waitWords } from "../lib/wait.js";
import { RequestActions } from "./RequestActions.jsx";
import { balanceOf, markWords } from "./balance.js";
import { oldTopic } from "./topics.js";
import { spokeWords } from "./words.js";

/**
 * @import {QueueItem} from "../wire"
 * @import {Desk} from "./desk.js"
 */

/** Somebody who waits: place, name, what for, how long. @param {{desk: Desk, item: QueueItem, place: number, isNext: boolean}} props */
export function QueueRequest({ desk, item, place, isNext }) {
  const [isOpen, open] = useState(false);
  const { spoken, mark } = balanceOf(desk.slices, item.person.id);
  const name = nameOf(item.person);
  const minutes = Math.max(0, Math.floor((nowMs() - item.asked_at_ms) / 60_000));
  const { queue, rules } = desk.slices;
  const wait = desk.slices.clock.state === "lobby" ? "" : waitWords(queue.pace, place);
  const passed = passedWords(item.why, rules);
  const old = oldTopic(desk.slices, item);
  return (
    <li class={`request${isNext ? " is-next" : ""}`}>
      <span class="request-place">{place}</span>
      <bdi class="request-name">{name}</bdi>
      <span class="request-wait">{minutes ? _("{minutes} min", { minutes }) : _("just now")}</span>
      <button
        type="button"
        class="icon-button more-button"
        aria-expanded={isOpen}
        aria-label={_("More for {name}", { name })}
        onClick={() => open(!isOpen)}
      >
        <Icon name="more" />
      </button>
      <ul class="request-facts">
        <li class={spoken.turns === 0 ? "is-first" : undefined}>{spokeWords(spoken)}</li>
        {mark && <li class="is-marked">{markWords(mark)}</li>}
        <li class={item.kind === "read_aloud" ? "is-first" : undefined}>{kindWords(item.kind)}</li>
        {wait && <li>{wait}</li>}
        {passed && <li>{passed}</li>}
        {old && <li>{_("under “{topic}”", { topic: old.title })}</li>}
        {item.group && <li><bdi>{item.group}</bdi></li>}
        {item.where && (
          <li>
            <bdi>{item.where}</bdi>
          </li>
        )}
        {!item.phone && <li>{_("no phone")}</li>}
      </ul>
      {item.why.reason !== "arrival" && <p class="request-why">{whyWords(item.why, rules)}</p>}
      {item.words && (
        <p class="request-words" dir="auto">
          “{item.words}”
        </p>
      )}
      {isOpen && <RequestActions desk={desk} item={item} />}
    </li>
  );
}
