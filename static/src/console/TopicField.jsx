import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../lib/i18n.js";

/** A new current topic in a few words; a known title takes the talk back to it. @param {{desk: import("./desk.js").Desk}} props */
export function TopicField({ desk }) {
  const [title, setTitle] = useState("");
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="topic-field"
      onSubmit={(event) => {
        event.preventDefault();
        desk.set({ isNamingTopic: false });
        if (title.trim()) desk.send(beginning(desk.slices.topics.topics, title.trim()));
      }}
    >
      <label for="topic-field">{_("What is it about now?")}</label>
      <input
        id="topic-field"
        ref={field}
        class="field-input"
        value={title}
        maxLength={140}
        autocomplete="off"
        list="known-topics"
        onInput={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && desk.set({ isNamingTopic: false })}
      />
      <datalist id="known-topics">
        {desk.slices.topics.topics
          .filter(({ state }) => state !== "current" && state !== "aside")
          .map((topic) => (
            <option key={topic.id} value={topic.title} />
          ))}
      </datalist>
    </form>
  );
}

/**
 * @param {import("../wire").ConsoleTopic[]} topics
 * @param {string} title
 * @returns {import("../wire").CommandBody}
 */
export function beginning(topics, title) {
  const known = topics.find((topic) => topic.title.toLowerCase() === title.toLowerCase());
  return known ? { do: "begin_topic", topic: known.id } : { do: "begin_topic", title };
}
