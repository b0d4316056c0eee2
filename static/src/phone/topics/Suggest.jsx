import { _ } from "../../shared/i18n/i18n.js";
import { TITLE_MAX } from "../../shared/limits.js";
import { Sentence } from "../frame/Sentence.jsx";

/** A topic of one's own, in one sentence. */
export function Suggest() {
  return (
    <Sentence
      icon="add"
      opens={_("Suggest a topic")}
      label={_("Your topic, in one sentence")}
      sends={_("Suggest it")}
      again={_("You suggested that already.")}
      id="title"
      rows={2}
      most={TITLE_MAX}
      command={(title) => ({ do: "suggest_topic", title })}
    />
  );
}
