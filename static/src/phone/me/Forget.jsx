import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/** The way to be forgotten. It cannot be undone, so it is asked twice. */
export function Forget() {
  const { slices, act, go } = usePhone();
  const [sure, setSure] = useState(false);
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const warning = useRef(/** @type {HTMLParagraphElement | null} */ (null));
  useLayoutEffect(() => warning.current?.focus(), [sure]);

  const forget = async () => {
    const ack = await act({ do: "forget_person", person: slices.me.person });
    if (ack.ok) go("forgotten");
  };
  const keep = () => {
    setSure(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <section>
      <h2 class="section">{_("Forget me")}</h2>
      {sure ? (
        <div class="forget" role="group" aria-label={_("Forget me")}>
          <p tabIndex={-1} ref={warning}>
            {_("Your name and your words are deleted for good, from the screens, the log and the exports. If you sit or wait, you leave. This cannot be undone.")}
          </p>
          <button class="button" onClick={forget}>
            {_("Delete everything about me")}
          </button>
          <button class="button button-quiet" onClick={keep}>
            {_("Keep me")}
          </button>
        </div>
      ) : (
        <>
          <p>{_("Delete everything that is stored about you in this session.")}</p>
          <a class="tap-link" href="/privacy">
            {_("What is kept, and for how long")}
          </a>
          <button class="button" ref={opener} onClick={() => setSure(true)}>
            {_("Forget me")}
          </button>
        </>
      )}
    </section>
  );
}
