import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/** What one has left in writing, and the way to take it back until the summary is public. */
export function OwnPoints() {
  const { slices, act, tell } = usePhone();
  const { me, session } = slices;
  if (me.points.length === 0) return null;

  /** @param {number} point */
  const takeBack = async (point) => {
    const ack = await act({ do: "withdraw_point", point });
    if (ack.ok) tell(_("Your point is withdrawn."));
  };
  return (
    <section class="own-points">
      <h2 class="section">{_("You wrote a point")}</h2>
      <ul class="topics">
        {me.points.map(({ id, words }) => (
          <li key={id} class="topic">
            <p>
              <bdi>{words}</bdi>
            </p>
            {!session.summary && (
              <button
                type="button"
                class="take-back"
                aria-label={_("Withdraw: {words}", { words })}
                onClick={() => takeBack(id)}
              >
                {_("Withdraw")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
