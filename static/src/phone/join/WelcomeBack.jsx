import { useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { NAME_MAX } from "../../shared/limits.js";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { StillWater } from "../frame/StillWater.jsx";
import { useAsked } from "../known/asked.js";
import { mayLink, noteLink } from "../known/offered.js";
import { usePhone } from "../phone.js";
import { comeIn } from "./joining.js";

/**
 * For a phone that holds a pass: one tap, or not today.
 *
 * @param {{name: string, promises: string[], onNotToday: () => void}} props `promises`: what becomes of names here
 */
export function WelcomeBack({ name, promises, onNotToday }) {
  const { code, room, slices, tell } = usePhone();
  const { session } = slices;
  const [link, setLink] = useState(false);
  const [coming, setComing] = useState(false);
  const asked = useAsked();
  const waits = coming || room.pending.length > 0;

  const enter = () => {
    if (waits) return;
    noteLink(code, link ? "wanted" : "");
    setComing(true);
    comeIn(room, name.slice(0, NAME_MAX), tell).finally(() => setComing(false));
  };
  return (
    <>
      <main class="phone-main">
        <div>
          {session.event && <p class="event">{session.event}</p>}
          <h1 class="question" tabIndex={-1}>
            {_("Good to see you again, {name}.", { name })}
          </h1>
        </div>
        <p class="question-now">
          <span>{_("Today’s question")}</span> {session.question}
        </p>
        {asked && (
          <p class="asked-line">
            <a href="/me#asked">{_("You are asked something. It waits on your page.")}</a>
          </p>
        )}
        {mayLink(session) && (
          <label class="link-tick">
            <input type="checkbox" checked={link} onChange={() => setLink(!link)} />
            <span>{_("Link this session to me")}</span>
          </label>
        )}
        {promises.map((promise) => (
          <p class="field-hint" key={promise}>{promise}</p>
        ))}
        <StillWater />
      </main>
      <ActionFooter>
        <button class="big-button is-accent" aria-disabled={waits} onClick={enter}>
          {waits ? _("Coming in…") : _("Come in as {name}", { name })}
        </button>
        <button class="big-button is-text" onClick={onNotToday}>
          {_("Not today, come in as somebody new")}
        </button>
        <p>{_("“Not today” links nothing of this session to you.")}</p>
      </ActionFooter>
    </>
  );
}
