import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { NAME_MAX } from "../../shared/limits.js";
import { openNames, pastedList } from "../people/list/draft.js";
import { mayPress } from "../desk/rights.js";
import { labelOf } from "../desk/words.js";

/**
 * A name for somebody who sits or waits already; optional, and never in the way.
 * @param {{desk: import("../desk/desk.js").Desk, naming: import("../desk/desk.js").Naming}} props
 */
export function NameField({ desk, naming }) {
  const known = labelOf(desk.slices, naming.person);
  const [name, setName] = useState(naming.made ? "" : (known?.name ?? ""));
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => field.current?.select(), []);
  const close = () => desk.set({ naming: null });
  return (
    <form
      class="seat-bar seat-bar-form"
      onSubmit={(event) => {
        event.preventDefault();
        close();
        if (name.trim()) rename(desk, naming, name);
      }}
    >
      <label for="name-field">
        {known ? _("Name for {name}", { name: nameOf(known) }) : _("The name, if you know it")}
      </label>
      <input
        id="name-field"
        ref={field}
        class="field-input"
        value={name}
        maxLength={NAME_MAX}
        autocomplete="off"
        placeholder={naming.made ? _("optional") : ""}
        onInput={(event) => setName(event.currentTarget.value)}
        onPaste={(event) => {
          const text = mayPress(desk, "names") ? pastedList(event) : "";
          if (!text) return;
          close();
          listInstead(desk, naming, text);
        }}
        onKeyDown={(event) => event.key === "Escape" && close()}
      />
      <button type="submit" class="button button-small">
        {_("Done")} <kbd aria-hidden="true">↵</kbd>
      </button>
    </form>
  );
}

/** @param {import("../desk/desk.js").Desk} desk @param {import("../desk/desk.js").Naming} naming @param {string} name */
async function rename(desk, { person, made }, name) {
  const found = person || (await made)?.seq;
  if (found) desk.send({ do: "rename_person", person: found, name });
}

/**
 * Several names were pasted for one person: whoever was made only to be named goes again, and the
 * list is looked through.
 * @param {import("../desk/desk.js").Desk} desk
 * @param {import("../desk/desk.js").Naming} naming
 * @param {string} text
 */
async function listInstead(desk, { person, made }, text) {
  const id = person || (await made)?.seq;
  const isSeated = desk.slices.bowl.chairs.some((chair) => chair.person?.id === id);
  openNames(desk, isSeated ? "chairs" : "queue", text);
  if (made && id) desk.send({ do: "undo_action", action: id });
}
