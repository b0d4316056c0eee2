import { useRef, useState } from "preact/hooks";
import { _ } from "../lib/i18n.js";
import { ActionButton } from "./ActionButton.jsx";
import { isFree } from "./actions.js";
import { knownByName } from "./people.js";

/**
 * @import {Desk} from "./desk.js"
 */

/** Seats the starters: a name, Enter, the next name. @param {{desk: Desk}} props */
export function Starters({ desk }) {
  const [name, setName] = useState("");
  // Names are typed faster than the room answers: chairs that were sent for count as taken.
  const promised = useRef(/** @type {Set<number>} */ (new Set()));
  const chair = nextFree(desk, promised.current);
  return (
    <form
      class="seat-bar seat-bar-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim() || !chair) return;
        setName("");
        seat(desk, name.trim(), chair, promised.current);
      }}
    >
      <label for="starters">{_("Who starts?")}</label>
      <input
        id="starters"
        class="field-input"
        value={name}
        maxLength={80}
        autocomplete="off"
        data-space="through"
        placeholder={
          chair ? _("Type a name for chair {chair}, press Enter", { chair }) : _("Every chair is taken")
        }
        disabled={!chair}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <ActionButton desk={desk} action="walk_up" icon="seat" label={_("Without a name")} />
      <p class="hint">
        {_("Enter seats and goes on to the next. With the field empty, hold Space to start.")}
      </p>
    </form>
  );
}

/**
 * Somebody with a phone under exactly this name is meant; anybody else is new.
 * @param {Desk} desk
 * @param {string} name
 * @param {number} chair
 * @param {Set<number>} promised
 */
async function seat(desk, name, chair, promised) {
  promised.add(chair);
  const known = await knownByName(desk.code, name);
  const ack = await desk.send(
    known ? { do: "seat_person", person: known.person, chair } : { do: "seat_walk_up", chair, name },
  );
  if (!ack.ok) promised.delete(chair);
}

/** @param {Desk} desk @param {Set<number>} promised */
function nextFree({ slices: { bowl } }, promised) {
  for (const { no, turn } of bowl.chairs) if (turn) promised.delete(no);
  return bowl.chairs.find((chair) => isFree(chair) && !promised.has(chair.no))?.no;
}
