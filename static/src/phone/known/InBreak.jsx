import { useCallback, useEffect, useState } from "preact/hooks";
import { _, fill } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";
import { answerInBreak, goesBetween, lookForMeeting } from "./members.js";
import { knownReason } from "./reasons.js";

/** @typedef {import("./members.js").Meeting} Meeting */

const IN_BREAK_MS = 20_000;
const IN_TALK_MS = 120_000;

/** Somebody in this room whom the member could meet in the break; nothing as long as there is nobody. */
export function InBreak() {
  const { code, slices, tell } = usePhone();
  const [meet, found] = useState(/** @type {Meeting | null} */ (null));
  const [waits, wait] = useState(false);
  const isBreak = slices.session.state === "paused";
  const look = useCallback(async () => {
    if (document.hidden) return;
    const answer = await lookForMeeting(code);
    if (answer.ok) found(answer.body.meet);
  }, [code]);
  useEffect(() => {
    void look();
    const timer = setInterval(look, isBreak ? IN_BREAK_MS : IN_TALK_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [look, isBreak]);

  const say = async (/** @type {boolean} */ yes) => {
    if (waits || !meet?.suggestion) return;
    wait(true);
    const answer = await answerInBreak(code, meet.suggestion, yes);
    wait(false);
    if (!answer.ok) return tell(knownReason(answer.code));
    found(answer.body.meet);
    if (!yes) tell(_("All right. Nobody is told."));
  };
  return meet ? <Meet meet={meet} waits={waits} say={say} /> : null;
}

/** @param {{meet: Meeting, waits: boolean, say: (yes: boolean) => void}} props */
function Meet({ meet, waits, say }) {
  const name = meet.name ? <b><bdi>{meet.name}</bdi></b> : _("Somebody here");
  if (!meet.suggestion) {
    return (
      <section class="asked in-break" aria-label={_("Meet in the break")} role="status">
        <p>{fill(_("{name} says yes as well: meet in the break, by chair 1."), { name })}</p>
        <Theirs meet={meet} />
      </section>
    );
  }
  if (meet.answer === "yes") {
    return (
      <section class="asked in-break" aria-label={_("Meet in the break")} role="status">
        <p>{_("You would like to meet. As soon as the answer is yes as well, it stands here.")}</p>
        <Theirs meet={meet} />
      </section>
    );
  }
  return (
    <section class="asked in-break" aria-label={_("Meet in the break")}>
      <p>{fill(asked(meet), { name })}</p>
      <Theirs meet={meet} />
      <div class="asked-ways">
        <button type="button" class="asked-way" aria-disabled={waits} onClick={() => say(true)}>
          {_("Yes, I would like to meet")}
        </button>
        <button type="button" class="asked-way" aria-disabled={waits} onClick={() => say(false)}>
          {_("Not now")}
        </button>
      </div>
      <p class="field-hint">{_("Names pass only when both of you say yes. A no is told to nobody.")}</p>
    </section>
  );
}

/** @param {{meet: Meeting}} props */
function Theirs({ meet }) {
  if (!meet.theirs.length) return null;
  return (
    <ul>
      {meet.theirs.map(({ side, words }) => (
        <li key={words}>
          <small>{side === "offer" ? _("Gives") : _("Looks for")}</small> <bdi>{words}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** @param {Meeting} meet */
function asked(meet) {
  const { gives, seeks } = goesBetween(meet);
  if (gives && seeks) return _("{name} gives what you look for, and looks for what you give. Would you like to meet in the break, by chair 1?");
  return gives
    ? _("{name} gives what you look for. Would you like to meet in the break, by chair 1?")
    : _("{name} looks for what you give. Would you like to meet in the break, by chair 1?");
}
