import { _ } from "../../shared/i18n/i18n.js";
import { WORDS_MAX } from "../../shared/limits.js";
import { Sentence } from "../frame/Sentence.jsx";

/** A question to the bowl, with what the facilitator looks at. */
export function AskBowl() {
  return (
    <Sentence
      icon="question"
      opens={_("Ask the bowl")}
      label={_("Your question to the bowl")}
      sends={_("Ask it")}
      again={_("You asked that already.")}
      id="bowl-question"
      rows={3}
      most={WORDS_MAX}
      criteria={_(
        "The facilitator shows questions that fit today’s question, are not about a person, are new, and ask something. Your name is not shown.",
      )}
      command={(words) => ({ do: "ask_bowl", words })}
    />
  );
}
