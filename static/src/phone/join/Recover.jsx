import { useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { TYPED_MAX } from "../../shared/limits.js";
import { reasonFor } from "../../shared/connection/refusals.js";
import { AskBack } from "./AskBack.jsx";
import { recover } from "./recovery.js";
import { usePhone } from "../phone.js";

/** The way back for who was here on another phone. @param {{label: string}} props */
export function Recover({ label }) {
  const { code, device, tell } = usePhone();
  const [isOpen, open] = useState(false);
  const [words, setWords] = useState("");
  const [waits, wait] = useState(false);

  const bringBack = async () => {
    if (waits || !words.trim()) return;
    wait(true);
    const answer = await recover(code, device, { words });
    wait(false);
    if (!answer.ok) tell(answer.error.code === "too_fast" ? tooOften() : reasonFor(answer.error));
  };
  if (!isOpen) {
    return (
      <button type="button" class="button button-quiet" onClick={() => open(true)}>
        {label}
      </button>
    );
  }
  return (
    <div class="field" role="group" aria-label={label}>
      <label class="field-label" for="recovery-words">
        {_("Your three words")}
      </label>
      <div class="name-row">
        <input
          class="field-input"
          id="recovery-words"
          value={words}
          maxLength={TYPED_MAX}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="go"
          aria-describedby="recovery-hint"
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault(); // it may stand in the form that asks for a name
            bringBack();
          }}
        />
        <button type="button" class="button" aria-disabled={waits} onClick={bringBack}>
          {_("Bring me back")}
        </button>
      </div>
      <p class="field-hint" id="recovery-hint">
        {_("Your other phone showed them when you first asked for a chair. Without them, ask the facilitator.")}
      </p>
      <AskBack />
    </div>
  );
}

function tooOften() {
  return _("Wrong too many times. Wait a few minutes, or ask the facilitator.");
}
