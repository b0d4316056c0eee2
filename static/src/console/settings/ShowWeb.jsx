import { _ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/**
 * Whether summary and replay show who spoke straight after whom.
 *
 * @param {{desk: import("../desk/desk.js").Desk}} props
 */
export function ShowWeb({ desk }) {
  const { session, web } = desk.slices;
  if (session.attribution === "chatham_house") return <p class="hint">{refused("chatham_house")}</p>;
  if (!may(desk.slices, "show_web")) return null;
  return (
    <>
      <button
        type="button"
        class="button button-small"
        aria-pressed={web.on}
        onClick={() => desk.send({ do: "show_web", on: !web.on })}
      >
        {web.on ? _("Hide who spoke after whom") : _("Show who spoke after whom")}
      </button>
      <p class="hint">
        {web.on && web.refusal
          ? refused(web.refusal)
          : _("A drawing in the summary and the replay. Speakers must be marked for at least 80 % of the talk, and five people speak.")}
      </p>
    </>
  );
}

/** Why nothing is shown. @param {import("../../wire").WebSlice["refusal"]} why */
function refused(why) {
  switch (why) {
    case "few_marks":
      return _("Not shown: speakers were marked for less than 80 % of the talk.");
    case "few_voices":
      return _("Not shown: fewer than five people were marked as speaking.");
    default:
      return _("Nobody’s name leaves the room, so nobody is shown who spoke after whom.");
  }
}
