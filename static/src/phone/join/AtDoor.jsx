import { useState } from "preact/hooks";
import { Name } from "../../shared/ui/Name.jsx";
import { _, fill } from "../../shared/i18n/i18n.js";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { StillWater } from "../frame/StillWater.jsx";
import { Welcome } from "./Welcome.jsx";

/** At the door: let in by the facilitator, or sent back there. */
export function AtDoor() {
  const { slices } = usePhone();
  return slices.me.at_door === "waits" ? <Waits /> : <SentBack />;
}

function Waits() {
  const { session, me } = usePhone().slices;
  return (
    <main class="phone-main">
      <Welcome session={session} />
      <p class="lead">{_("You are at the door.")}</p>
      {me.label && <p>{fill(_("You came as {name}."), { name: <b><Name of={me.label} /></b> })}</p>}
      <p>{_("The facilitator sees that you wait, and lets you in. This page opens by itself.")}</p>
      <StillWater />
    </main>
  );
}

/** Whoever is really here says so, and keeps the name. */
function SentBack() {
  const { slices: { session, me }, act } = usePhone();
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    await act({ do: "join_session", name: me.label?.name || "-" });
    setAsking(false);
  };
  return (
    <>
      <main class="phone-main">
        <Welcome session={session} />
        <p class="lead">{_("Everybody who just came in was sent back to the door.")}</p>
        <p>{_("People from outside were joining. If you are in the room, say so, and the facilitator lets you in again.")}</p>
        <StillWater />
      </main>
      <ActionFooter>
        <button class="big-button is-accent" aria-disabled={asking} onClick={asking ? undefined : ask}>
          {_("I am here: let me in")}
        </button>
      </ActionFooter>
    </>
  );
}
