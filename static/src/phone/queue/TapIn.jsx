import { _, fill, nameOf } from "../../shared/i18n/i18n.js";
import { Name } from "../../shared/ui/Name.jsx";
import { usePhone } from "../phone.js";
import { useSaid } from "../frame/screen.js";

/** @typedef {import("../../wire").ChairView} ChairView */

/** Whose chair one would like to take over: under the tap-in rule, who waits names it. */
export function TapIn() {
  const { slices, room, act } = usePhone();
  const { rules, session, bowl, me } = slices;
  const chairs = bowl.chairs.filter(canBeTapped);
  const isFull = bowl.chairs.every(({ state }) => state !== "open");
  const tapped = me.request?.tapped ?? null;
  const person = chairs.find(({ no }) => no === tapped)?.person;
  useSaid(person ? _("You take over when {name} has finished the sentence. Walk up when you see it.", { name: nameOf(person) }) : "");
  if (me.request?.kind === "read_aloud") return null;
  if (rules.exit_rule !== "tap_in" || session.state !== "running" || !isFull || !chairs.length) return null;
  const waits = room.pending.some((tap) => tap.command.do === "tap_in");
  return (
    <section class="tap-in" aria-label={_("Whose chair would you like?")}>
      <h2>{_("Whose chair would you like?")}</h2>
      <ul>
        {chairs.map(({ no, person, turn }) => (
          <li key={no}>
            <button
              type="button"
              aria-pressed={no === tapped}
              aria-disabled={waits}
              onClick={() => waits || no === tapped || !turn || act({ do: "tap_in", turn })}
            >
              <b>{no}</b> {person && <Name of={person} />}
            </button>
          </li>
        ))}
      </ul>
      {person && (
        <p>
          {fill(_("You take over when {name} has finished the sentence. Walk up when you see it."), {
            name: (
              <b>
                <Name of={person} />
              </b>
            ),
          })}
        </p>
      )}
    </section>
  );
}

/** @param {ChairView} chair */
function canBeTapped({ turn, kind, closing }) {
  return turn !== null && kind === "speaker" && !closing;
}
