import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { Reading } from "../../shared/ui/Reading.jsx";
import { useNow } from "../../shared/ui/hooks.js";
import { doorsAt, formatDate } from "../../shared/time/hours.js";
import { _ } from "../../shared/i18n/i18n.js";
import { NAME_MAX } from "../../shared/limits.js";
import { Early } from "./Early.jsx";
import { Forgetful } from "./Forgetful.jsx";
import { comeIn } from "./joining.js";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { Recover } from "./Recover.jsx";
import { keptPass } from "../../shared/device/kept-pass.js";
import { isOffered } from "../known/offered.js";
import { PassWay } from "./PassWay.jsx";
import { Welcome } from "./Welcome.jsx";
import { WelcomeBack } from "./WelcomeBack.jsx";

/** @typedef {import("../../wire").SessionSlice} SessionSlice */

const NO_HOURS_MS = 3_600_000;

/** At the door: the question, what becomes of names, and a name. */
export function Join() {
  const { session } = usePhone().slices;
  const now = useNow(session.opens_at_ms || session.closes_at_ms ? 1000 : NO_HOURS_MS);
  const doors = doorsAt(session, now);
  const before = useRef(doors);
  useEffect(() => {
    if (before.current === "early" && doors === "open") announce(_("The doors are open."));
    before.current = doors;
  }, [doors]);
  if (session.door_locked || doors === "late") return <DoorClosed session={session} />;
  if (doors === "early") return <Early session={session} />;
  return <Entry session={session} />;
}

/** Who holds a pass is greeted; "not today", and everybody else, is asked for a name. @param {{session: SessionSlice}} props */
function Entry({ session }) {
  const phone = usePhone();
  const [asNew, setAsNew] = useState(false);
  const [, look] = useState({});
  const offered = isOffered(phone);
  const kept = offered ? keptPass() : null;
  if (kept && !asNew) {
    const promises = [
      attributionText(session),
      session.keep_until_ms > 0 && keptText(session),
      session.waiting_room && waitingText(),
    ].flatMap((text) => text || []);
    return <WelcomeBack name={kept.name} promises={promises} onNotToday={() => setAsNew(true)} />;
  }
  return <NameForm session={session} passWay={offered && !kept && <PassWay onRead={() => look({})} />} />;
}

/** @param {{session: SessionSlice, passWay: import("preact").ComponentChildren}} props */
function NameForm({ session, passWay }) {
  const { room, tell } = usePhone();
  const [missing, setMissing] = useState(false);
  const [coming, setComing] = useState(false);
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const waits = coming || room.pending.length > 0;

  /** @param {SubmitEvent} event */
  const submitted = (event) => {
    event.preventDefault();
    const name = field.current?.value.trim() ?? "";
    setMissing(!name);
    if (!name) {
      announce(nameMissing());
      field.current?.focus();
    } else if (!waits) {
      setComing(true);
      comeIn(room, name, tell).finally(() => setComing(false));
    }
  };
  return (
    <form class="join" noValidate onSubmit={submitted}>
      <main class="phone-main">
        <Welcome session={session} />
        <div class="field">
          <label class="field-label" for="name">{_("Your name")}</label>
          <input
            class="field-input"
            id="name"
            name="name"
            ref={field}
            maxLength={NAME_MAX}
            autocomplete="given-name"
            autocapitalize="words"
            enterkeyhint="go"
            aria-invalid={missing}
            aria-describedby="name-hint"
          />
          <p class={missing ? "field-hint is-missing" : "field-hint"} id="name-hint">
            {missing ? nameMissing() : attributionText(session)}
          </p>
          {session.keep_until_ms > 0 && <p class="field-hint">{keptText(session)}</p>}
          <a class="tap-link" href="/privacy">
            {_("What is kept about you")}
          </a>
        </div>
        <Forgetful />
        {passWay}
        <Recover label={_("I was here on another phone")} />
        <Reading />
      </main>
      <ActionFooter>
        <button class="big-button is-accent" aria-disabled={waits}>
          {waits ? _("Coming in…") : _("Come in")}
        </button>
        <p>
          {session.waiting_room
            ? waitingText()
            : _("No account. The room sees your name when you ask for a chair.")}
        </p>
      </ActionFooter>
    </form>
  );
}

/** @param {{session: SessionSlice}} props */
function DoorClosed({ session }) {
  return (
    <main class="phone-main">
      <Welcome session={session} />
      <p class="lead">{_("The door is closed for now.")}</p>
      <p>
        {_("Ask the facilitator to open it; this page notices by itself. If you were in before, use the same phone and browser.")}
      </p>
      <Recover label={_("I was here on another phone")} />
      <Reading />
    </main>
  );
}

/** @param {SessionSlice} session */
function keptText(session) {
  const date = formatDate(session.keep_until_ms);
  return session.keeps === "published"
    ? _("Names, and what is not published, are deleted on {date}.", { date })
    : _("What is kept about people is deleted on {date}.", { date });
}

function waitingText() {
  return _("New people wait at the door for a moment, until the facilitator lets them in.");
}

function nameMissing() {
  return _("Enter the name that people may call you.");
}

/** @param {SessionSlice} session */
function attributionText(session) {
  switch (session.attribution) {
    case "named":
      return _("Names appear in the summary.");
    case "opt_in":
      return _("Your name appears in the summary only if you switch it on.");
    default:
      return _("Nobody’s name leaves the room.");
  }
}
