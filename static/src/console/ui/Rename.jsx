import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";

/**
 * Another name or title, in place: Enter keeps it, Escape leaves it as it was.
 * @param {{label: string, text: string, maxLength: number, close: () => void, save: (text: string) => void}} props
 */
export function Rename({ label, text, maxLength, close, save }) {
  const [value, setValue] = useState(text);
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => field.current?.select(), []);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        close();
        if (value.trim() && value.trim() !== text) save(value.trim());
      }}
    >
      <input
        ref={field}
        class="field-input"
        aria-label={label}
        value={value}
        maxLength={maxLength}
        autocomplete="off"
        onInput={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && close()}
      />
      <button type="submit" class="button button-small">
        {_("Save")}
      </button>
    </form>
  );
}
