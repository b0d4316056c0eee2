import { useId, useRef, useState } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { copy } from "../door/links.js";

/** A link to hand out. @param {{label: string, text: string}} props */
export function CopyField({ label, text }) {
  const id = useId();
  const [said, say] = useState("");
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const onCopy = async () => {
    const isCopied = await copy(text, field.current);
    const words = isCopied ? _("Copied") : _("Press Ctrl and C");
    say(words);
    announce(words);
  };
  return (
    <div class="copy-field">
      <label for={id}>{label}</label>
      <div class="rail-row">
        <input
          id={id}
          ref={field}
          class="field-input"
          readOnly
          dir="ltr"
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button button-small" onClick={onCopy}>
          <Icon name="copy" />
          {_("Copy")}
        </button>
      </div>
      <p class="hint" aria-hidden="true">
        {said}
      </p>
    </div>
  );
}
