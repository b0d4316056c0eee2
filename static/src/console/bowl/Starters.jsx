import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { NAME_MAX } from "../../shared/limits.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { openNames, pastedList } from "../people/list/draft.js";
import { STARTERS, toStarters } from "../keyboard/lobby.js";
import { isNarrow } from "../remote/narrow-screen.js";
import { mayPress } from "../desk/rights.js";
import { isFree } from "./seats.js";
import { meantBy } from "../people/people.js";
import { WhoIsMeant } from "../people/WhoIsMeant.jsx";

/**
 * @import {CommandBody} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 * @import {Person} from "../people/people.js"
 * @import {Doubt} from "../people/WhoIsMeant.jsx"
 */

/** Seats the starters: a name, Enter, the next name. @param {{desk: Desk}} props */
export function Starters({ desk }) {
  const [name, setName] = useState("");
  const { chair, doubts, seatByName, answer } = useSeating(desk);
  // On a phone the screen keyboard would cover the room.
  useLayoutEffect(() => {
    if (!isNarrow() && document.activeElement === document.body) toStarters();
  }, []);
  return (
    <form
      class="seat-bar seat-bar-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim() || !chair) return;
        setName("");
        seatByName(name.trim(), chair);
      }}
    >
      <label for={STARTERS}>
        {_("Who starts?")} <kbd aria-hidden="true">↵</kbd>
      </label>
      <input
        id={STARTERS}
        class="field-input"
        value={name}
        maxLength={NAME_MAX}
        autocomplete="off"
        data-space="through"
        placeholder={
          chair ? _("Name for chair {chair}, then Enter", { chair }) : _("Every chair is taken")
        }
        disabled={!chair}
        onInput={(event) => setName(event.currentTarget.value)}
        onPaste={(event) => pasteNames(desk, event)}
      />
      <ActionButton desk={desk} action="walk_up" icon="seat" label={_("Without a name")} />
      {doubts.length > 0 ? (
        <WhoIsMeant
          doubt={doubts[0]}
          canSeat={Boolean(chair)}
          known={(person) => answer(person)}
          another={() => answer("another")}
          leave={() => answer(null)}
        />
      ) : (
        <div class="seat-bar-line">
          <p class="hint">
            {_("Enter seats and goes on to the next. With the field empty, hold Space to start.")}
          </p>
          <ActionButton
            desk={desk}
            action="names"
            icon="list"
            label={_("Names from a list")}
            press={() => openNames(desk, "chairs")}
          />
        </div>
      )}
    </form>
  );
}

/** Several lines are several people. @param {Desk} desk @param {ClipboardEvent} event */
function pasteNames(desk, event) {
  const text = mayPress(desk, "names") ? pastedList(event) : "";
  if (text) openNames(desk, "chairs", text);
}

/**
 * Seats by name, one after the other, so that the second Anna knows of the first. The one person
 * with a phone who is called exactly so is meant; a name that nobody has is somebody new; anything
 * else is asked.
 * @param {Desk} desk
 */
function useSeating(desk) {
  const [doubts, setDoubts] = useState(/** @type {Doubt[]} */ ([]));
  // Names are typed faster than the room answers: chairs that were sent for count as taken.
  const promised = useRef(/** @type {Set<number>} */ (new Set()));
  const before = useRef(/** @type {Promise<void>} */ (Promise.resolve()));
  const chair = nextFree(desk, promised.current);

  /** @param {string} name @param {number} on @returns {Promise<boolean>} whether somebody sits */
  const decide = async (name, on) => {
    const meant = await meantBy(desk.code, name).catch(() => null);
    if (!meant || (!meant.one && meant.all.length)) {
      setDoubts((others) => [...others, { name, all: meant?.all ?? null }]);
      return false;
    }
    return send(desk, on, meant.one, name);
  };
  /** @param {number} on @param {() => Promise<boolean>} seat */
  const inLine = (on, seat) => {
    promised.current.add(on);
    before.current = before.current.then(async () => {
      if (await seat()) return;
      promised.current.delete(on);
      desk.set({});
    });
  };
  /** @param {Person | "another" | null} who */
  const answer = (who) => {
    const [{ name }, ...others] = doubts;
    setDoubts(others);
    document.getElementById(STARTERS)?.focus();
    if (who && chair) inLine(chair, () => send(desk, chair, who === "another" ? null : who, name));
  };
  /** @param {string} name @param {number} on */
  const seatByName = (name, on) => inLine(on, () => decide(name, on));
  return { chair, doubts, seatByName, answer };
}

/**
 * Seat somebody who is known, or somebody new.
 * @param {Desk} desk
 * @param {number} chair
 * @param {Person | null} known
 * @param {string} name
 */
async function send(desk, chair, known, name) {
  /** @type {CommandBody} */
  const command = known
    ? { do: "seat_person", person: known.person, chair }
    : { do: "seat_walk_up", chair, name };
  return (await desk.send(command)).ok;
}

/** @param {Desk} desk @param {Set<number>} promised */
function nextFree({ slices: { bowl } }, promised) {
  for (const { no, turn } of bowl.chairs) if (turn) promised.delete(no);
  return bowl.chairs.find((chair) => isFree(chair) && !promised.has(chair.no))?.no;
}
