import { peopleChoose } from "../../shared/method/attribution.js";
import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/** Whether one's own name stands in the summary, where everybody chooses for themself; off until switched on. */
export function Credit() {
  const { slices, act } = usePhone();
  const { me, session } = slices;
  if (!peopleChoose(session.attribution) || !me.person) return null;
  return (
    <div class="credit">
      <button
        class="credit-switch"
        role="switch"
        aria-checked={me.credited}
        aria-describedby="credit-hint"
        onClick={() => act({ do: "credit_me", on: !me.credited })}
      >
        <span>{_("Show my name in the summary")}</span>
        <span class="credit-mark" aria-hidden="true" />
      </button>
      <p class="field-hint" id="credit-hint">
        {me.credited
          ? _("Your name appears in the summary. You can switch it off at any time.")
          : _("You are a numbered guest in the summary.")}
      </p>
    </div>
  );
}
