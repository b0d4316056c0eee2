import { useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";
import { isAsked, noteAsked } from "./offered.js";

/** The question of the closing, once; a no is the end of it. */
export function KnownHint() {
  const phone = usePhone();
  const [asked, setAsked] = useState(() => isAsked(phone));
  if (!asked || !phone.slices.me.person) return null;
  const no = () => {
    noteAsked();
    setAsked(false);
    phone.tell(_("All right. You find it under “About you” if you change your mind."));
  };
  return (
    <section class="asked" aria-label={_("Would you like to be known next time?")}>
      <p>{_("Would you like to be known next time?")}</p>
      <div class="asked-ways">
        <button type="button" class="asked-way" onClick={() => phone.go("known")}>
          {_("Tell me more")}
        </button>
        <button type="button" class="asked-way" onClick={no}>
          {_("No, thank you")}
        </button>
      </div>
    </section>
  );
}
