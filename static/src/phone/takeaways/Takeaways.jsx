import { _ } from "../../shared/i18n/i18n.js";
import { BringBack } from "./BringBack.jsx";
import { Debrief } from "./Debrief.jsx";
import { Kept } from "./Kept.jsx";
import { OffersHint } from "../known/OffersHint.jsx";
import { usePhone } from "../phone.js";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { TakeForm } from "./TakeForm.jsx";

/** The question of the debrief while one is open, the sign-up for a round before it, else what one takes home. */
export function Takeaways() {
  const { looking_back } = usePhone().slices;
  if (looking_back.stage) return <Debrief key={looking_back.stage} stage={looking_back.stage} />;
  if (looking_back.bringing && !looking_back.taking) return <BringBack />;
  return (
    <>
      <main class="phone-main">
        <h1 class="question" tabIndex={-1}>
          {_("What do you take with you?")}
        </h1>
        <TakeForm isSentFromRim />
        <p class="field-hint">{_("What you do not share stays yours. Nobody else sees it, ever.")}</p>
        <Kept />
        <OffersHint />
      </main>
      <ActionFooter>
        <button class="big-button is-accent" form="take">
          {_("Keep it")}
        </button>
        <p>{_("What you do not share stays yours. Nobody else sees it, ever.")}</p>
      </ActionFooter>
    </>
  );
}
