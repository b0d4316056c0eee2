import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { MINUTES_MAX, TITLE_MAX } from "../../shared/limits.js";
import { RelatedSessions } from "./RelatedSessions.jsx";
import { problemWords } from "../desk/words.js";

/** @typedef {import("../../wire").BeginTopic} BeginTopic */

/** A new current topic in a few words; a known title takes the talk back to it. @param {{desk: import("../desk/desk.js").Desk}} props */
export function TopicField({ desk }) {
  const [title, setTitle] = useState("");
  const [minutes, setMinutes] = useState("");
  const { topics, next } = desk.slices.topics;
  const following = topics.find((topic) => topic.id === next);
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="topic-field"
      onSubmit={(event) => {
        event.preventDefault();
        desk.set({ isNamingTopic: false });
        const wanted = title.trim() ? beginning(topics, title.trim()) : nextTopic(desk);
        if (!wanted) return desk.say(problemWords("no_next_topic"));
        desk.send(minutes ? { ...wanted, minutes: Number(minutes) } : wanted);
      }}
    >
      <label for="topic-field">{_("What is it about now?")}</label>
      <input
        id="topic-field"
        ref={field}
        class="field-input"
        value={title}
        maxLength={TITLE_MAX}
        autocomplete="off"
        list="known-topics"
        placeholder={following && _("Enter: {title}", { title: following.title })}
        onInput={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && desk.set({ isNamingTopic: false })}
      />
      <p class="topic-minutes">
        <label for="topic-minutes">{_("Minutes")}</label>
        <input
          id="topic-minutes"
          class="field-input"
          type="number"
          inputMode="numeric"
          min={1}
          max={MINUTES_MAX}
          value={minutes}
          onInput={(event) => setMinutes(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && desk.set({ isNamingTopic: false })}
        />
        <button class="button button-small">{_("Begin")}</button>
      </p>
      <RelatedSessions code={desk.code} title={title} />
      <datalist id="known-topics">
        {topics
          .filter(({ state }) => state !== "current" && state !== "aside" && state !== "suggested")
          .map((topic) => (
            <option key={topic.id} value={topic.title} />
          ))}
      </datalist>
    </form>
  );
}

/** The topic that the votes would take up. @param {import("../desk/desk.js").Desk} desk @returns {BeginTopic | null} */
export function nextTopic({ slices }) {
  const { next } = slices.topics;
  return next === null ? null : { do: "begin_topic", topic: next };
}

/**
 * @param {import("../../wire").ConsoleTopic[]} topics
 * @param {string} title
 * @returns {BeginTopic}
 */
export function beginning(topics, title) {
  const known = topics.find((topic) => topic.title.toLowerCase() === title.toLowerCase());
  return known ? { do: "begin_topic", topic: known.id } : { do: "begin_topic", title };
}
