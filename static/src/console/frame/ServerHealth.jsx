import { useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { healthWords, isUrgent } from "./server-health.js";

/** @import {Condition} from "../../wire" */

/**
 * What is wrong with the server itself, one line each, urgent ones first. What only has to be known
 * can be put away; what goes on stays.
 *
 * @param {{desk: import("../desk/desk.js").Desk}} props
 */
export function ServerHealth({ desk }) {
  const [seen, setSeen] = useState(/** @type {string[]} */ ([]));
  const open = desk.room.signals.health
    .filter((condition) => isUrgent(condition) || !seen.includes(keyOf(condition)))
    .sort((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
  if (!open.length) return null;
  return (
    <ul class="health" role="status" aria-label={_("This server")}>
      {open.map((condition) => (
        <li key={condition.code} class={isUrgent(condition) ? "is-urgent" : ""}>
          <Icon name={isUrgent(condition) ? "warning" : "info"} />
          <span>{healthWords(condition)}</span>
          {!isUrgent(condition) && (
            <button
              type="button"
              class="icon-button"
              aria-label={_("Dismiss")}
              onClick={() => setSeen([...seen, keyOf(condition)])}
            >
              <Icon name="close" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A condition that comes again is another one. @param {Condition} condition */
function keyOf({ code, since_ms, params }) {
  return `${code} ${since_ms} ${JSON.stringify(params)}`;
}
