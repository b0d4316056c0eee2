import { useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { NAME_MAX } from "../../shared/limits.js";
import { reasonFor } from "../../shared/connection/refusals.js";
import { askBack } from "./recovery.js";
import { usePhone } from "../phone.js";

/** For who has no words any more: the facilitator sees who asks, and brings them back by hand. */
export function AskBack() {
  const { code, device, tell } = usePhone();
  const [step, go] = useState(/** @type {"closed" | "open" | "asked"} */ ("closed"));
  const [name, setName] = useState("");
  const [waits, wait] = useState(false);

  const ask = async () => {
    if (waits || !name.trim()) return;
    wait(true);
    const answer = await askBack(code, device, name);
    wait(false);
    if (answer.ok) {
      tell(""); // what was said about words that were wrong
      go("asked");
    } else tell(answer.error.code === "too_fast" ? crowded() : reasonFor(answer.error));
  };
  if (step === "asked") {
    return (
      <p class="field-hint" role="status">
        {_("The facilitator sees your request. Go to them with this phone and scan the QR on their screen.")}
      </p>
    );
  }
  if (step === "closed") {
    return (
      <button type="button" class="button button-quiet" onClick={() => go("open")}>
        {_("I don’t have the words")}
      </button>
    );
  }
  return (
    <div>
      <label class="field-label" for="ask-back">
        {_("Your name in this room")}
      </label>
      <div class="name-row">
        <input
          class="field-input"
          id="ask-back"
          value={name}
          maxLength={NAME_MAX}
          autocomplete="off"
          enterkeyhint="send"
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault(); // it may stand in the form that asks for a name
            ask();
          }}
        />
        <button type="button" class="button" aria-disabled={waits} onClick={ask}>
          {_("Ask the facilitator")}
        </button>
      </div>
    </div>
  );
}

function crowded() {
  return _("Many ask just now. Go to the facilitator with this phone.");
}
