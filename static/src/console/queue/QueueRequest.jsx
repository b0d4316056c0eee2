import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { nowMs } from "../../shared/time/clock.js";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { kindWords } from "../../shared/method/request-kinds.js";
import { passedWords, whyWords } from "../../shared/method/place-reasons.js";
import { waitWords } from "../../shared/method/wait-estimate.js";
import { WordsField } from "./WordsField.jsx";
import { RequestActions } from "./RequestActions.jsx";
import { balanceOf, markWords } from "../floor/balance.js";
import { oldTopic } from "../topics/request-topic.js";
import { spokeWords } from "../desk/words.js";

/**
 * @import {QueueItem} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/**
 * Somebody who waits, in one line: place, name, what there is to know, how long. Picked, the row has
 * the whole of it, and what can be done.
 *
 * @param {{desk: Desk, item: QueueItem, place: number, isNext: boolean, heading: string}} props
 *   `heading`: the reason that begins here and holds until the next one
 */
export function QueueRequest({ desk, item, place, isNext, heading }) {
  const isPicked = desk.request === item.request;
  const row = useFocus(isPicked, place);
  const name = nameOf(item.person);
  const minutes = Math.max(0, Math.floor((nowMs() - item.asked_at_ms) / 60_000));
  const why = item.why.reason === "arrival" ? "" : whyWords(item.why, desk.slices.rules);
  return (
    <li ref={row} tabIndex={-1} class={`request${isNext ? " is-next" : ""}${isPicked ? " is-picked" : ""}`}>
      {heading && <h3 class="request-group">{heading}</h3>}
      <span class="request-place">{place}</span>
      <bdi class="request-name" title={name}>
        {name}
      </bdi>
      <Facts desk={desk} item={item} place={place} />
      <span class="request-wait">{minutes ? _("{minutes} min", { minutes }) : isPicked && _("just now")}</span>
      <button
        type="button"
        class="icon-button more-button"
        aria-expanded={isPicked}
        aria-label={_("More for {name}", { name })}
        onClick={() => desk.pickRequest(isPicked ? null : item.request)}
      >
        <Icon name="more" />
      </button>
      {why && <p class={isPicked ? "request-why" : "visually-hidden"}>{why}</p>}
      {isPicked && desk.wording === item.request && <WordsField desk={desk} item={item} />}
      {isPicked && item.words && desk.wording !== item.request && (
        <p class="request-words" dir="auto">
          “{item.words}”
        </p>
      )}
      {isPicked && <RequestActions desk={desk} item={item} />}
    </li>
  );
}

/** What there is to know, the most telling first: the end has no room in one line. @param {{desk: Desk, item: QueueItem, place: number}} props */
function Facts({ desk, item, place }) {
  const { queue, rules, clock } = desk.slices;
  const { spoken, mark } = balanceOf(desk.slices, item.person.id);
  const wait = clock.state === "lobby" ? "" : waitWords(queue.pace, place);
  const passed = passedWords(item.why, rules);
  const old = oldTopic(desk.slices, item);
  const isPlain = item.kind === "new_point";
  const kind = <li class={item.kind === "read_aloud" ? "is-first" : undefined}>{kindWords(item.kind)}</li>;
  return (
    <ul class="request-facts">
      {item.origin && (
        <li class="is-first">
          <bdi>{item.origin}</bdi>
        </li>
      )}
      {!isPlain && kind}
      {passed && <li>{passed}</li>}
      {old && <li>{_("under “{topic}”", { topic: old.title })}</li>}
      <li class={spoken.turns === 0 ? "is-first" : undefined}>{spokeWords(spoken)}</li>
      {mark && <li class="is-marked">{markWords(mark)}</li>}
      {item.group && <li><bdi>{item.group}</bdi></li>}
      {item.where && (
        <li>
          <bdi>{item.where}</bdi>
        </li>
      )}
      {!item.phone && <li>{_("no phone")}</li>}
      {isPlain && kind}
      {wait && <li>{wait}</li>}
    </ul>
  );
}

/**
 * Brings the picked row into view, and under the keyboard: a screen reader says who it is. A row
 * that has only moved up or down takes the keyboard from nothing else.
 * @param {boolean} isPicked
 * @param {number} place
 */
function useFocus(isPicked, place) {
  const row = useRef(/** @type {HTMLLIElement | null} */ (null));
  useEffect(() => {
    if (isPicked && !row.current?.contains(document.activeElement)) row.current?.focus();
  }, [isPicked]);
  useEffect(() => {
    if (isPicked && document.activeElement === document.body) row.current?.focus();
  }, [place]);
  return row;
}
