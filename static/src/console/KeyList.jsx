import { _ } from "../lib/i18n.js";
import { KEYS } from "./keytable.js";
import { mayPress } from "./rights.js";

/** @type {[import("./keytable.js").KeyGroup, () => string][]} */
const GROUPS = [
  ["talk", () => _("The talk")],
  ["chair", () => _("A picked chair")],
  ["room", () => _("The room")],
  ["screen", () => _("Screens")],
];

/** The keys that this console may press; they work with the display window in front, too. @param {{desk: import("./desk.js").Desk}} props */
export function KeyList({ desk }) {
  return (
    <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("All keys")}>
      {GROUPS.map(([group, title]) => (
        <Group key={group} title={title()} keys={keysOf(desk, group)} />
      ))}
      <p class="hint">
        {_(
          "Keys go by their place on the keyboard. They work with the room display in front as well, and never while you type.",
        )}
      </p>
    </div>
  );
}

/** @param {{title: string, keys: import("./keytable.js").Key[]}} props */
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

/** @param {import("./desk.js").Desk} desk @param {import("./keytable.js").KeyGroup} group */
function keysOf(desk, group) {
  return KEYS.filter((key) => key.group === group && mayPress(desk, key.action));
}
