import { useRef, useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { announce } from "../../shared/ui/Announce.jsx";
import { keepPass } from "../../shared/device/kept-pass.js";
import { languages } from "../../shared/device/language-and-theme.js";
import { makePass } from "../../shared/device/pass.js";
import { randomId } from "../../shared/device/random.js";
import { _ } from "../../shared/i18n/i18n.js";
import { NAME_MAX } from "../../shared/limits.js";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { dropAttempt, keepAttempt, keptAttempt } from "./attempt.js";
import { Consents, Switch } from "./Consents.jsx";
import { becomeKnown, placeOfPhone } from "./members.js";
import { mayLink, noteAsked } from "./offered.js";
import { Reach } from "./Reach.jsx";
import { knownReason } from "./reasons.js";

/** @typedef {import("./members.js").Wanted["reach"]} ReachKind */

/** Would you like to be known next time? @param {{onGiven: (given: import("./Known.jsx").Given) => void}} props */
export function KnownForm({ onGiven }) {
  const { code, device, slices, go, tell } = usePhone();
  const [made] = useState(() => keptAttempt() ?? { id: randomId(22), pass: makePass() }); // the same, however often it is sent
  const [name, setName] = useState(slices.me.label?.name ?? "");
  const [reach, setReach] = useState(/** @type {ReachKind} */ ("pass"));
  const [contact, setContact] = useState("");
  const [consents, setConsents] = useState(/** @type {string[]} */ ([]));
  const [link, setLink] = useState(false);
  const [missing, setMissing] = useState(false);
  const [waits, wait] = useState(false);
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));

  /** @param {SubmitEvent} event */
  const send = async (event) => {
    event.preventDefault();
    if (waits) return;
    setMissing(!name.trim());
    if (!name.trim()) {
      announce(knownReason("name_needed"));
      return field.current?.focus();
    }
    wait(true);
    const said = { ...made, name: name.trim(), reach, contact: reach === "pass" ? "" : contact.trim(), consents, link };
    keepAttempt(made); // before it is told: the answer may be lost
    const answer = await becomeKnown(said, { code, device });
    wait(false);
    if (answer.ok || answer.code !== "unreachable") dropAttempt();
    if (!answer.ok) return tell(knownReason(answer.code));
    onGiven({ pass: made.pass, name: said.name, isKept: keepPass({ pass: made.pass, name: said.name }) });
  };
  const no = () => {
    noteAsked();
    go("bowl");
  };
  return (
    <form class="join" noValidate onSubmit={send}>
      <main class="phone-main known">
        <div>
          <h1 class="question" tabIndex={-1}>
            {_("Would you like to be known next time?")}
          </h1>
          <p class="lead">
            {_("We greet you by name, and you find your sessions and promises on a page of your own. No account, no password.")}
          </p>
        </div>
        <div class="field">
          <label class="field-label" for="known-name">
            {_("Your name")}
          </label>
          <input
            class="field-input"
            id="known-name"
            ref={field}
            value={name}
            maxLength={NAME_MAX}
            autocomplete="name"
            autocapitalize="words"
            aria-invalid={missing}
            aria-describedby={missing ? "known-name-hint" : undefined}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          {missing && (
            <p class="field-hint is-missing" id="known-name-hint">
              {knownReason("name_needed")}
            </p>
          )}
        </div>
        <Reach reach={reach} setReach={setReach} contact={contact} setContact={setContact} />
        {reach === "mail" && <p class="field-hint">{placeText()}</p>}
        <Consents consents={consents} setConsents={setConsents} />
        <LinkThis on={link} turn={setLink} />
        <p class="keeps">
          <Icon name="lock" />
          <span>
            {_("We keep your name, language, time zone, how to reach you and these choices. The hosts see your name and what you agreed to, not your sessions. Leaving is one press.")}{" "}
            <a href="/privacy">{_("What is kept about you")}</a>
          </span>
        </p>
      </main>
      <ActionFooter>
        <button class="big-button is-accent" aria-disabled={waits}>
          {waits ? _("One moment…") : _("Give me a pass")}
        </button>
        <button type="button" class="big-button is-text" onClick={no}>
          {_("Not this time")}
        </button>
      </ActionFooter>
    </form>
  );
}

/** Whether this session becomes one of theirs; off until it is ticked. @param {{on: boolean, turn: (on: boolean) => void}} props */
function LinkThis({ on, turn }) {
  const { session } = usePhone().slices;
  if (!mayLink(session)) return <p class="field-hint">{knownReason("chatham_house")}</p>;
  return (
    <Switch
      label={_("Link this session to me")}
      hint={_("Then you find on your page what you said and promised here. Only you see which sessions are yours.")}
      on={on}
      turn={turn}
    />
  );
}

/** In which language and by which clock one is written to. */
function placeText() {
  const { language, zone } = placeOfPhone();
  return _("Letters come in {language}, with the times of {zone}. You can change both on your page.", {
    language: languages().find(([code]) => code === language)?.[1] ?? language,
    zone: zone.replace(/_/g, " "),
  });
}
