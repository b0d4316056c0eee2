import { Name } from "../../shared/ui/Name.jsx";
import { _, fill, n_ } from "../../shared/i18n/i18n.js";
import { AfterTheEnd } from "./AfterTheEnd.jsx";
import { Credit } from "../me/Credit.jsx";
import { OwnPoints } from "./OwnPoints.jsx";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { uses } from "../known/offered.js";
import { StillWater } from "../frame/StillWater.jsx";

/** After the end: thanks, the own part, and the way to the summary. */
export function Ended() {
  const { code, slices } = usePhone();
  const { session, me } = slices;
  return (
    <>
      <main class="phone-main">
        <h1 class="notice-title" tabIndex={-1}>
          {_("This session has ended.")}
        </h1>
        <p class="lead">
          {me.label
            ? fill(_("Thank you, {name}."), { name: <Name of={me.label} /> })
            : _("Thank you for coming.")}{" "}
          {me.person > 0 && turnsText(me.turns)}
        </p>
        <AfterTheEnd />
        <OwnPoints />
        <Credit />
        {uses("card") && me.person > 0 && (
          <a class="button" href={`/${code}/card${location.hash}`}>
            {_("My card")}
          </a>
        )}
        <StillWater />
      </main>
      <ActionFooter>
        {session.summary ? (
          <a class="big-button is-accent" href={session.summary}>
            {_("Read the summary")}
          </a>
        ) : (
          <p>{_("The summary comes when the facilitator publishes it. It will show here.")}</p>
        )}
      </ActionFooter>
    </>
  );
}

/** @param {number} turns */
function turnsText(turns) {
  return turns === 0
    ? _("You listened, and no talk works without that.")
    : n_("You sat in the bowl once.", "You sat in the bowl {n} times.", turns);
}
