import { useState } from "preact/hooks";
import { _, n_ } from "../lib/i18n.js";
import { ActionButton } from "./ActionButton.jsx";
import { AskingBack } from "./AskingBack.jsx";
import { usePeople } from "./people.js";
import { PersonRow } from "./PersonRow.jsx";
import { may } from "./rights.js";

/** Everybody in the room, to be found by name. @param {{desk: import("./desk.js").Desk}} props */
export function PeoplePanel({ desk }) {
  const [query, setQuery] = useState("");
  const { figures, bowl, queue, log, door } = desk.slices;
  const roster = usePeople(desk.code, query, [figures, bowl, queue, log, door]);
  const hidden = roster ? roster.total - roster.people.length : 0;
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
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && !query && desk.set({ panel: null })}
      />
      <div class="rail-row">
        <ActionButton desk={desk} action="door" icon="lock" quiet label={_("At the door")} />
      </div>
      <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("People found")}>
        <ul class="people">
          {roster?.people.map((person) => (
            <PersonRow key={person.person} desk={desk} person={person} />
          ))}
        </ul>
        {roster?.people.length === 0 && (
          <p class="hint">{query ? _("Nobody is called that.") : _("Nobody has joined yet.")}</p>
        )}
        {hidden > 0 && (
          <p class="hint">{n_("and {n} more: type a name", "and {n} more: type a name", hidden)}</p>
        )}
      </div>
    </>
  );
}
