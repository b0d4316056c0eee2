import { useState } from "preact/hooks";
import { _ } from "../i18n/i18n.js";
import { chooseLanguage, chooseTheme, languages, theme } from "../device/language-and-theme.js";

/** In which language and which light this device reads. */
export function Reading() {
  const [light, setLight] = useState(theme());

  /** @param {Event & {currentTarget: HTMLSelectElement}} event */
  const change = (event) => {
    const next = /** @type {import("../device/language-and-theme.js").Theme} */ (event.currentTarget.value);
    setLight(next);
    chooseTheme(next);
  };
  return (
    <div class="reading-fields">
      <label class="field">
        <span class="field-label">{_("Language")}</span>
        <select
          class="field-input"
          value={document.documentElement.lang}
          onChange={(event) => chooseLanguage(event.currentTarget.value)}
        >
          {languages().map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="field-label">{_("Light or dark")}</span>
        <select class="field-input" value={light} onChange={change}>
          <option value="device">{_("As the device")}</option>
          <option value="light">{_("Light")}</option>
          <option value="dark">{_("Dark")}</option>
        </select>
      </label>
    </div>
  );
}
