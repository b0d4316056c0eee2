import { _, n_, nameOf } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/** @import {Desk} from "../desk/desk.js" */

/** Who may vote in the vote that is open, and who came too late for it. @param {{desk: Desk}} props */
export function Voters({ desk }) {
  const { vote } = desk.slices;
  if (!vote.open || !vote.fixed) return null;
  const late = vote.late_count ?? 0;
  const names = (vote.late ?? []).map(nameOf).join(", ");
  return (
    <div class="voters" role="group" aria-label={_("Who votes")}>
      <small>
        {n_("{voted} of {n} person has voted.", "{voted} of {n} people have voted.", vote.voters ?? 0, { voted: vote.voted })}{" "}
        {vote.code ? _("The number on the wall: {code}.", { code: vote.code }) : ""}
      </small>
      {late > 0 && may(desk.slices, "admit_voters") && (
        <button
          type="button"
          class="button button-small button-quiet"
          title={names}
          onClick={() => desk.send({ do: "admit_voters", vote: vote.vote })}
        >
          {n_("{n} came later: let them vote", "{n} came later: let them vote", late)}
        </button>
      )}
    </div>
  );
}
