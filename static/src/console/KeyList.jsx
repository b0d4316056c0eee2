import { _ } from "../lib/i18n.js";
import { KEYS } from "./keytable.js";

/** @type {[import("./keytable.js").KeyGroup, () => string][]} */
const GROUPS = [
  ["talk", () => _("The talk")],
  ["chair", () => _("A picked chair")],
  ["room", () => _("The room")],
  ["screen", () => _("Screens")],
];

/** All keys; they work with the display window in front, too. */
export function KeyList() {
  return (
    <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("All keys")}>
      {GROUPS.map(([group, title]) => (
        <section key={group} class="key-group">
          <h3>{title()}</h3>
          <dl>
            {KEYS.filter((key) => key.group === group).map((key) => (
              <div key={key.action}>
                <dt>
                  <kbd>{key.sign}</kbd>
                </dt>
                <dd>{key.label()}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="hint">
        {_(
          "Keys go by their place on the keyboard. They work with the room display in front as well, and never while you type.",
        )}
      </p>
    </div>
  );
}
