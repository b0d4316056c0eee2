import { Bowl } from "../../shared/bowl/Bowl.jsx";
import { BowlNames } from "../../shared/bowl/BowlNames.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/** @typedef {import("../../wire").ChairView} ChairView */

/**
 * The bowl from above, with the own chair named for whose phone it is.
 * @param {{named?: boolean}} props `named`: who sits where is listed below, where chairs have room
 *   for numbers alone
 */
export function Pool({ named = false }) {
  const { room, slices } = usePhone();
  const { session, clock, bowl, me } = slices;
  const chairs = bowl.chairs.map((chair) => asMine(chair, me.public_id));
  return (
    <>
      <div class="pool phone-pool">
        <Bowl
          small
          chairs={chairs}
          clock={clock}
          limitMs={session.seat_limit_ms}
          here={room.signals.here}
        />
      </div>
      {named && <BowlNames chairs={chairs} />}
    </>
  );
}

/** @param {ChairView} chair @param {number} person @returns {ChairView} */
function asMine(chair, person) {
  if (!person || chair.person?.id !== person) return chair;
  return { ...chair, person: { ...chair.person, name: _("You"), twin: 1 } };
}
