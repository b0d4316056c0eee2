import { _ } from "../../shared/i18n/i18n.js";

/**
 * In which language the talk is, for whoever looks for it later.
 *
 * @param {{desk: import("../desk/desk.js").Desk}} props
 */
export function TalkLanguage({ desk }) {
  const { language } = desk.slices.session;
  const known = offered();
  return (
    <label class="field">
      <span class="field-label">{_("Language of the talk")}</span>
      <select
        class="field-input"
        value={language}
        onChange={(event) => desk.send({ do: "set_language", language: event.currentTarget.value })}
      >
        <option value="">{_("Guessed from the words")}</option>
        {known.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        {language && !known.some(([code]) => code === language) && <option value={language}>{language}</option>}
      </select>
    </label>
  );
}

/** @returns {[code: string, name: string][]} what the page offers, by its name in the reader's own language */
function offered() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-talk-languages]"));
  return JSON.parse(place?.dataset.talkLanguages ?? "[]");
}
