import { _, nameOf } from "../../shared/i18n/i18n.js";
import { LINK_MAX, NAME_MAX } from "../../shared/limits.js";
import { namesAtHand } from "./notes.js";
import { usePeople } from "../people/people.js";
import { mayPress } from "../desk/rights.js";

/**
 * @import {Label} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/**
 * Everybody who may be meant: those at hand, and who else in the room is called so.
 * @param {Desk} desk
 * @param {string} typed
 * @returns {Label[]}
 */
export function useNames(desk, typed) {
  const asks = typed.trim().length > 0 && mayPress(desk, "people");
  const roster = usePeople(desk.code, typed.trim(), [], asks);
  return [...namesAtHand(desk.slices), ...(roster?.people ?? []).map(({ label }) => label)];
}

/**
 * Who does it: a name from the room, or any other.
 * @param {{id: string, owner: string, names: Label[], write: (owner: string) => void}} props
 */
export function OwnerField({ id, owner, names, write }) {
  return (
    <label class="note-field">
      <span>{_("Who")}</span>
      <input
        class="field-input"
        value={owner}
        maxLength={NAME_MAX}
        autocomplete="off"
        list={id}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <datalist id={id}>
        {[...new Set(names.map(nameOf))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
}

/** By when. @param {{due: string, write: (due: string) => void}} props */
export function DueField({ due, write }) {
  return (
    <label class="note-field">
      <span>{_("By when")}</span>
      <input
        class="field-input"
        type="date"
        value={due}
        onInput={(event) => write(event.currentTarget.value)}
      />
    </label>
  );
}

/** Where it is to be found. @param {{link: string, write: (link: string) => void}} props */
export function LinkField({ link, write }) {
  return (
    <label class="note-field note-field-link">
      <span>{_("Link")}</span>
      <input
        class="field-input"
        inputMode="url"
        value={link}
        maxLength={LINK_MAX}
        autocomplete="off"
        spellcheck={false}
        dir="ltr"
        onInput={(event) => write(event.currentTarget.value)}
      />
    </label>
  );
}
