import { useState } from "preact/hooks";
import { useNow } from "../../shared/ui/hooks.js";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { AskingBack } from "./AskingBack.jsx";
import { useLongList } from "../ui/long-list.js";
import { openNames } from "./list/draft.js";
import { usePeople } from "./people.js";
import { PersonRow } from "./PersonRow.jsx";
import { may } from "../desk/rights.js";

/** @import {Which} from "./people.js" */

/** So many are listed at first, and added at a time. */
const STEP = 50;

/** Everybody in the room, to be found by name; or only who has not been heard yet. @param {{desk: import("../desk/desk.js").Desk}} props */
export function PeoplePanel({ desk }) {
  useNow(5_000); // the times of all rows step together
  const [query, setQuery] = useState("");
  const { figures, bowl, queue, log, door, session } = desk.slices;
  const [which, setWhich] = useState(/** @type {Which} */ ("all"));
  const { count, rows, button, listMore, reset, scrolled } = useLongList(STEP);
  const changes = [figures, bowl, queue, log, door];
  const roster = usePeople(desk.code, query, changes, true, { of: which, most: count });
  const listed = roster?.people.length ?? 0;
  const more = roster ? roster.total - listed : 0;
  /** @param {() => void} change */
  const anew = (change) => {
    reset();
    change();
  };
  return (
    <>
      {may(desk.slices, "send_out") && <AskingBack desk={desk} find={setQuery} />}
      <input
        class="field-input"
        data-first
        type="search"
        aria-label={_("Find somebody by name")}
        placeholder={_("Find somebody by name")}
        autocomplete="off"
        value={query}
        onInput={({ currentTarget }) => anew(() => setQuery(currentTarget.value))}
        onKeyDown={(event) => event.key === "Escape" && !query && desk.set({ panel: null })}
      />
      <div class="rail-row">
        <ActionButton desk={desk} action="door" icon="lock" quiet label={_("At the door")} />
      </div>
      {session.state !== "closed" && (
        <div class="rail-row">
          <ActionButton
            desk={desk}
            action="names"
            icon="list"
            quiet
            label={_("Names from a list")}
            press={() => openNames(desk, "room")}
          />
        </div>
      )}
      <div class="rail-row people-which" role="group" aria-label={_("Filter people")}>
        <Choice label={_("Everybody")} isChosen={which === "all"} choose={() => anew(() => setWhich("all"))} />
        <Choice
          label={roster ? _("Not heard yet: {n}", { n: roster.unheard }) : _("Not heard yet")}
          isChosen={which === "unheard"}
          choose={() => anew(() => setWhich("unheard"))}
        />
      </div>
      <div
        class="rail-scroll"
        tabIndex={0}
        role="group"
        aria-label={_("People found")}
        onScroll={(event) => scrolled(event.currentTarget, listed, more)}
      >
        <ul class="people" ref={/** @type {import("preact").RefObject<HTMLUListElement>} */ (rows)}>
          {roster?.people.map((person) => (
            <PersonRow key={person.person} desk={desk} person={person} />
          ))}
        </ul>
        {roster?.people.length === 0 && <p class="hint">{nobodyWords(query, which)}</p>}
        {more > 0 && (
          <button
            ref={button}
            type="button"
            class="button button-small button-quiet"
            onClick={() => listMore(listed)}
          >
            {n_("and {n} more", "and {n} more", more)}
          </button>
        )}
      </div>
    </>
  );
}

/** @param {{label: string, isChosen: boolean, choose: () => void}} props */
function Choice({ label, isChosen, choose }) {
  return (
    <button type="button" class="button button-small" aria-pressed={isChosen} onClick={choose}>
      {label}
    </button>
  );
}

/** @param {string} query @param {Which} which */
function nobodyWords(query, which) {
  if (query) return _("Nobody has that name.");
  return which === "unheard" ? _("Everybody has been heard.") : _("Nobody has joined yet.");
}
