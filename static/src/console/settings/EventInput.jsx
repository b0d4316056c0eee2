import { useState } from "preact/hooks";
import { TITLE_MAX } from "../../shared/limits.js";

/**
 * The name of the event, with those of series as suggestions; they are fetched when somebody comes
 * to write here. Without them any name can be written.
 *
 * @param {{code: string, value: string, onChange: (typed: string) => void}} props
 */
export function EventInput({ code, value, onChange }) {
  const [names, setNames] = useState(/** @type {string[]} */ ([]));
  const suggest = () =>
    fetch(`/${code}/event-names.json`)
      .then((answer) => (answer.ok ? answer.json() : { names: [] }))
      .then(({ names }) => setNames(names))
      .catch(() => setNames([]));
  return (
    <>
      <input
        id="settings-event"
        class="field-input"
        list="settings-event-names"
        autocomplete="off"
        maxLength={TITLE_MAX}
        value={value}
        onFocus={suggest}
        onInput={(change) => onChange(change.currentTarget.value)}
      />
      <datalist id="settings-event-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
