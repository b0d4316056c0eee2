import { _, fill, nameOf } from "../../shared/i18n/i18n.js";

/**
 * @import {Person} from "./people.js"
 * @typedef {{name: string, all: Person[] | null}} Doubt `null` if nobody could be looked up
 */

/**
 * A name was typed that somebody here has already: nobody is seated before it is clear who is meant.
 * @param {{doubt: Doubt, canSeat: boolean, known: (person: Person) => void, another: () => void, leave: () => void}} props
 */
export function WhoIsMeant({ doubt: { name, all }, canSeat, known, another, leave }) {
  const bold = { name: <b dir="auto">{name}</b> };
  return (
    <div class="who-is-meant" role="group" aria-label={_("Who is meant by {name}?", { name })}>
      <p role="alert">
        {all
          ? fill(_("Which {name}?"), bold)
          : fill(_("The people here could not be looked up. Is {name} somebody new?"), bold)}
      </p>
      {(all ?? []).map((person) =>
        person.seated ? (
          <span key={person.person} class="hint">
            {_("{name}: seated", { name: nameOf(person.label) })}
          </span>
        ) : (
          <button
            key={person.person}
            type="button"
            class="button button-small"
            disabled={!canSeat}
            onClick={() => known(person)}
          >
            {person.phone ? _("{name}, with a phone", { name: nameOf(person.label) }) : nameOf(person.label)}
          </button>
        ),
      )}
      <button type="button" class="button button-small" disabled={!canSeat} onClick={another}>
        {all ? _("Another {name}", { name }) : _("Seat {name}", { name })}
      </button>
      <button type="button" class="button button-small button-quiet" onClick={leave}>
        {_("Nobody")}
      </button>
    </div>
  );
}
