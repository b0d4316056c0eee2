import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/**
 * @typedef {import("../../wire").SignalKind} SignalKind
 * @typedef {{kind: SignalKind, icon: import("../../shared/ui/Icon.jsx").IconName, words: () => string}} Sign
 */

/** @type {Sign[]} */
const REACTIONS = [
  { kind: "agree", icon: "agree", words: () => _("I agree") },
  { kind: "thanks", icon: "thanks", words: () => _("Thank you") },
  { kind: "surprised", icon: "surprised", words: () => _("Surprised") },
];
/** @type {Sign[]} */
const WISHES = [
  { kind: "slower", icon: "slower", words: () => _("Slow down") },
  { kind: "microphone", icon: "microphone", words: () => _("Use the microphone") },
];
const SENT_MS = 1_600; // long enough to be seen, short enough for the next one

/** What one can say without words, and without a chair. */
export function Signs() {
  const { slices, room, lost, tell } = usePhone();
  const [sent, setSent] = useState(/** @type {SignalKind | null} */ (null));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  useEffect(() => () => clearTimeout(timer.current), []);
  if (slices.session.state !== "running" || lost) return null;

  /** @param {Sign} sign */
  const send = async ({ kind, words }) => {
    clearTimeout(timer.current);
    setSent(kind);
    timer.current = setTimeout(() => setSent(null), SENT_MS);
    const ack = await room.signal(kind);
    if (ack?.ok) announce(_("Sent: {words}", { words: words() }));
    else if (ack?.error?.code === "too_fast") tell(_("That was many at once. Wait a moment."));
  };
  return (
    <section class="signs" aria-label={_("Reactions")}>
      {[REACTIONS, WISHES].map((row) => (
        <div key={row[0].kind} class={row === WISHES ? "signs-row is-wishes" : "signs-row"}>
          {row.map((sign) => (
            <button
              key={sign.kind}
              type="button"
              class={sent === sign.kind ? "sign is-sent" : "sign"}
              onClick={() => send(sign)}
            >
              <Icon name={sign.icon} />
              {sign.words()}
            </button>
          ))}
        </div>
      ))}
    </section>
  );
}
