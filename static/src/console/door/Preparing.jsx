import { _ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/** The pages beside the console: what phones will see, and, before the start, the set-up. @param {{desk: import("../desk/desk.js").Desk}} props */
export function Preparing({ desk }) {
  const { session } = desk.slices;
  return (
    <p class="rail-row">
      <a class="button button-small button-quiet" href={`/${desk.code}/check`} target="_blank" rel="noopener">
        {_("Check the room")}
      </a>
      {session.state === "lobby" && may(desk.slices, "plan_session") && (
        <a class="button button-small button-quiet" href={`/${desk.code}/setup`}>
          {_("Change the set-up")}
        </a>
      )}
    </p>
  );
}
