import { spoken } from "../../shared/method/join-code.js";
import { _ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { DoorHours } from "./DoorHours.jsx";
import { Reached } from "./GettingIn.jsx";
import { Preparing } from "./Preparing.jsx";
import { mayPress } from "../desk/rights.js";

/** How people get in, while they come, and as long as no phone has. @param {{desk: import("../desk/desk.js").Desk}} props */
export function Door({ desk }) {
  const { session, address } = desk.slices;
  const isComing = session.state === "lobby" || desk.room.signals.reached === false;
  if (!isComing) return null;
  return (
    <section class="door" aria-label={_("Getting in")}>
      <h2>{_("Getting in")}</h2>
      <p class="getting-in-code">
        <b>{spoken(session.code)}</b>
        <bdi dir="ltr">{address.join_text}</bdi>
      </p>
      <Reached desk={desk} />
      <DoorHours desk={desk} />
      {mayPress(desk, "getting_in") && (
        <div class="rail-row">
          <ActionButton desk={desk} action="getting_in" icon="link" label={_("Address and links")} />
          <a
            class="button button-small button-quiet"
            href={`/${desk.code}/sheet`}
            target="_blank"
            rel="noopener"
          >
            {_("Join sheet")}
          </a>
        </div>
      )}
      {mayPress(desk, "getting_in") && <Preparing desk={desk} />}
    </section>
  );
}
