import { _ } from "../../shared/i18n/i18n.js";
import { CONSENTS } from "../../shared/limits.js";

/** @typedef {(typeof CONSENTS)[number]} Consent */

/** Each is off until it is turned on, with what it is called and one sentence. @type {Record<Consent, [() => string, () => string]>} */
const WORDS = {
  meet: [
    () => _("Meet somebody"),
    () => _("Who looks for what you give, or gives what you look for. You say yes or no first, each time."),
  ],
  answer: [() => _("Answer a question"), () => _("About what you offered or spoke on. At most two a week.")],
  turn: [() => _("Take a turn"), () => _("At one date of a series. You are asked two weeks before, and may swap.")],
  starters: [() => _("Get conversation starters by mail"), () => _("A question now and then, to talk on between sessions.")],
  neighbours: [
    () => _("Share with neighbours"),
    () => _("Lines that you share may be found in other communities, without your name."),
  ],
};

/** @param {{consents: string[], setConsents: (consents: string[]) => void}} props */
export function Consents({ consents, setConsents }) {
  return (
    <fieldset class="switches">
      <legend class="section">{_("You may be asked to")}</legend>
      {CONSENTS.map((consent) => (
        <Switch
          key={consent}
          label={WORDS[consent][0]()}
          hint={WORDS[consent][1]()}
          on={consents.includes(consent)}
          turn={(on) => setConsents(on ? [...consents, consent] : consents.filter((one) => one !== consent))}
        />
      ))}
    </fieldset>
  );
}

/** @param {{label: string, hint: string, on: boolean, turn: (on: boolean) => void}} props */
export function Switch({ label, hint, on, turn }) {
  return (
    <label class="switch">
      <span>
        <b>{label}</b>
        <small>{hint}</small>
      </span>
      <input type="checkbox" role="switch" checked={on} aria-checked={on} onChange={() => turn(!on)} />
    </label>
  );
}
