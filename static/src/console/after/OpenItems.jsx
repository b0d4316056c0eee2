import { useState } from "preact/hooks";
import { dayIn, dayText } from "../../shared/method/debrief-words.js";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { TITLE_MAX } from "../../shared/limits.js";
import { may } from "../desk/rights.js";

/**
 * @import {ItemKind, OpenItemView} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** After the end: what stays open until somebody closes it. @param {{desk: Desk}} props */
export function OpenItems({ desk }) {
  const { items } = desk.slices.open_items;
  if (!items.length) return null;
  const open = items.filter(({ closed }) => !closed).length;
  return (
    <section class="suggestions" aria-label={_("Still open")}>
      <h2>
        {_("Still open")} <span>{open || ""}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <Open key={item.id} desk={desk} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** @param {{desk: Desk, item: OpenItemView}} props */
function Open({ desk, item }) {
  const [isClosing, closing] = useState(false);
  const [said, say] = useState("");
  const { id, words, closed, end } = item;

  /** @param {SubmitEvent} event */
  const close = async (event) => {
    event.preventDefault();
    const ack = await desk.send({ do: "close_item", item: id, words: said.trim() });
    if (ack.ok) closing(false);
  };
  return (
    <li class="suggestion">
      <blockquote dir="auto">{words}</blockquote>
      <p class="suggestion-by">{noteOf(item)}</p>
      {closed && end && <p dir="auto">{end}</p>}
      {!may(desk.slices, "close_item") ? null : isClosing ? (
        <form class="rail-row" onSubmit={close}>
          <input
            class="field-input"
            aria-label={_("How it went")}
            placeholder={_("How it went")}
            maxLength={TITLE_MAX}
            value={said}
            onInput={(event) => say(event.currentTarget.value)}
          />
          <button class="button button-small">{_("Close")}</button>
        </form>
      ) : (
        <div class="rail-row">
          <button
            type="button"
            class="button button-small button-quiet"
            aria-label={closed ? _("Open again: {words}", { words }) : _("Close it: {words}", { words })}
            onClick={() => (closed ? desk.send({ do: "reopen_item", item: id }) : closing(true))}
          >
            {closed ? _("Open again") : _("Close")}
          </button>
        </div>
      )}
    </li>
  );
}

/** @param {OpenItemView} item */
function noteOf({ kind, by, owner, due, closed }) {
  const notes = [
    kindWords(kind),
    by ? nameOf(by) : owner,
    due && dueWords(due, closed),
    closed && _("closed"),
  ];
  return notes.filter(Boolean).join(", ");
}

/** @param {string} due @param {boolean} closed */
function dueWords(due, closed) {
  const day = dayText(due);
  return !closed && due < dayIn(0) ? _("overdue since {day}", { day }) : _("by {day}", { day });
}

/** @param {ItemKind} kind */
export function kindWords(kind) {
  switch (kind) {
    case "action":
      return _("To do");
    case "question":
      return _("Open question");
    case "undecided":
      return _("Undecided");
    case "commitment":
      return _("Promised");
  }
}
