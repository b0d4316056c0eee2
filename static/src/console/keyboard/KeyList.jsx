import { useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { lettersWait } from "./lobby.js";
import { KEYS } from "./key-table.js";
import { mayPress } from "../desk/rights.js";

/** @type {[import("./key-table.js").KeyGroup, () => string][]} */
const GROUPS = [
  ["talk", () => _("The talk")],
  ["queue", () => _("Queue")],
  ["review", () => _("What people write")],
  ["chair", () => _("A picked chair")],
  ["room", () => _("The room")],
  ["screen", () => _("Screens")],
];

/** The keys that this console may press; they work with the display window in front, too. @param {{desk: import("../desk/desk.js").Desk}} props */
export function KeyList({ desk }) {
  const [query, setQuery] = useState("");
  const found = GROUPS.map(([group, title]) => ({ title: title(), keys: keysOf(desk, group, query) }));
  return (
    <>
      <input
        class="field-input"
        type="search"
        aria-label={_("Find a key by what it does")}
        placeholder={_("Find a key by what it does")}
        autocomplete="off"
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && !query && desk.set({ panel: null })}
      />
      <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("All keys")}>
        {lettersWait(desk) && (
          <p class="hint">
            {_("Letter keys work once the session has started. Until then, what you type goes to “Who starts?”.")}
          </p>
        )}
        {found.map(({ title, keys }) => (
          <Group key={title} title={title} keys={keys} />
        ))}
        {found.every(({ keys }) => !keys.length) && <p class="hint">{_("No key does that.")}</p>}
        <p class="hint">
          {_(
            "Keys go by their position on the keyboard. They also work while the wall is in front, and never while you type.",
          )}
        </p>
      </div>
    </>
  );
}

/** @param {{title: string, keys: import("./key-table.js").Key[]}} props */
function Group({ title, keys }) {
  if (!keys.length) return null;
  return (
    <section class="key-group">
      <h3>{title}</h3>
      <dl>
        {keys.map((key) => (
          <div key={key.action}>
            <dt>
              <kbd>{key.sign}</kbd>
            </dt>
            <dd>{key.label()}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** @param {import("../desk/desk.js").Desk} desk @param {import("./key-table.js").KeyGroup} group @param {string} query */
function keysOf(desk, group, query) {
  const wanted = query.trim().toLowerCase();
  return KEYS.filter((key) => {
    const isFound = key.label().toLowerCase().includes(wanted) || key.sign.toLowerCase() === wanted;
    return key.group === group && isFound && mayPress(desk, key.action);
  });
}
