import { useState } from "preact/hooks";
import { Icon } from "../components/Icon.jsx";
import { nowMs } from "../lib/clock.js";
import { useNow } from "../lib/hooks.js";
import { _, nameOf } from "../lib/i18n.js";
import { RequestActions } from "./RequestActions.jsx";
import { kindWords, spokeWords } from "./words.js";

/**
 * @import {QueueItem} from "../wire"
 * @import {Desk} from "./desk.js"
 */

/** Somebody who waits: place, name, what for, how long. @param {{desk: Desk, item: QueueItem, place: number, isNext: boolean}} props */
export function QueueRequest({ desk, item, place, isNext }) {
  useNow(5_000);
  const [isOpen, open] = useState(false);
  const name = nameOf(item.person);
  const minutes = Math.max(0, Math.floor((nowMs() - item.asked_at_ms) / 60_000));
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
        <li class={item.turns === 0 ? "is-first" : undefined}>{spokeWords(item)}</li>
        <li>{kindWords(item.kind)}</li>
        {item.where && (
          <li>
            <bdi>{item.where}</bdi>
          </li>
        )}
        {!item.phone && <li>{_("no phone")}</li>}
        {item.resting && <li>{_("not now")}</li>}
      </ul>
      {item.words && (
        <p class="request-words" dir="auto">
          “{item.words}”
        </p>
      )}
      {isOpen && <RequestActions desk={desk} item={item} />}
    </li>
  );
}
