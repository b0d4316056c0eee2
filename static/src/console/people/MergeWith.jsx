import { useState } from "preact/hooks";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { usePeople } from "./people.js";

const SHOWN = 5;

/** Somebody who sat down as a guest has come in by phone since: who is it? @param {{desk: import("../desk/desk.js").Desk, guest: number}} props */
export function MergeWith({ desk, guest }) {
  const [query, setQuery] = useState("");
  const roster = usePeople(desk.code, query, [desk.slices.figures]);
  const found = roster?.people.filter(({ person, out, forgotten, phone }) => person !== guest && phone && !out && !forgotten);
  return (
    <>
      <input
        class="field-input"
        type="search"
        aria-label={_("Who is it?")}
        placeholder={_("Who is it?")}
        autocomplete="off"
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <div class="rail-row">
        {found?.slice(0, SHOWN).map(({ person, label }) => (
          <button
            key={person}
            type="button"
            class="button button-small"
            onClick={() => desk.send({ do: "merge_people", guest, person })}
          >
            {_("It is {name}", { name: nameOf(label) })}
          </button>
        ))}
      </div>
      {found?.length === 0 && <p class="hint">{_("Nobody with a phone has that name.")}</p>}
    </>
  );
}
