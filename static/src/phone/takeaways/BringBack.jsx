import { _, n_ } from "../../shared/i18n/i18n.js";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { BringForm } from "./BringForm.jsx";
import { Kept } from "./Kept.jsx";

/** Signing up for the round: where one was, and what one brings back. Whoever has leads back to the bowl, where the place in the queue is. */
export function BringBack() {
  const { slices, go } = usePhone();
  const { looking_back, me } = slices;
  const isSignedUp = me.takeaways.some(({ kind }) => kind === "brought");
  return (
    <>
      <main class="phone-main">
        <h1 class="question" tabIndex={-1}>
          {_("Where were you, and what do you bring back?")}
        </h1>
        {isSignedUp && <p>{_("You are signed up. You are called when it is your turn to tell.")}</p>}
        <BringForm onDone={() => go("bowl")} />
        {looking_back.tellers > 0 && (
          <p class="field-hint">{n_("{n} person has signed up.", "{n} people have signed up.", looking_back.tellers)}</p>
        )}
        <Kept />
      </main>
      <ActionFooter>
        <button class="big-button is-accent" form="bring">
          {isSignedUp ? _("Add this, too") : _("Sign up to tell")}
        </button>
      </ActionFooter>
    </>
  );
}
