import { _ } from "../../shared/i18n/i18n.js";
import { CONTACT_MAX } from "../../shared/limits.js";

/** @typedef {import("./members.js").Wanted["reach"]} ReachKind */

/**
 * How somebody is reached.
 *
 * @param {{reach: ReachKind, setReach: (reach: ReachKind) => void, contact: string,
 *   setContact: (contact: string) => void}} props
 */
export function Reach({ reach, setReach, contact, setContact }) {
  /** @type {[ReachKind, string][]} */
  const ways = [
    ["pass", _("Only by my pass")],
    ["mail", _("By e-mail")],
    ["other", _("Another way")],
  ];
  const field = {
    class: "field-input",
    maxLength: CONTACT_MAX,
    value: contact,
    "aria-describedby": "known-contact-hint",
    onInput: (/** @type {InputEvent} */ event) => setContact(/** @type {HTMLInputElement} */ (event.target).value),
  };
  return (
    <fieldset class="take-kinds known-reach">
      <legend>{_("How may we reach you?")}</legend>
      {ways.map(([way, words]) => (
        <label key={way}>
          <input type="radio" name="known-reach" checked={reach === way} onChange={() => setReach(way)} />
          <span>{words}</span>
        </label>
      ))}
      {reach === "pass" && <p class="field-hint">{_("News waits on your page.")}</p>}
      {reach !== "pass" && (
        <div class="field">
          {reach === "mail" ? (
            <input type="email" inputMode="email" autocomplete="email" aria-label={_("E-mail address")} {...field} />
          ) : (
            <input type="text" autocomplete="off" aria-label={_("How to reach you")} {...field} />
          )}
          <p class="field-hint" id="known-contact-hint">
            {reach === "mail"
              ? _("You get one letter to confirm it, and nothing else before that.")
              : _("A chat name, an extension, a table: whatever finds you.")}
          </p>
        </div>
      )}
    </fieldset>
  );
}
