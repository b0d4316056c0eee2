import { _ } from "../lib/i18n.js";
import { may } from "./rights.js";

/**
 * @import {CommandBody, WordsState} from "../wire"
 * @import {Desk} from "./desk.js"
 */

/**
 * Somebody's words, and whether the wall shows them.
 *
 * @param {{desk: Desk, words: string, by: string, state: WordsState, putUp: CommandBody,
 *   setAside: CommandBody}} props
 */
export function WrittenItem({ desk, words, by, state, putUp, setAside }) {
  return (
    <li class={state === "up" ? "suggestion is-shown" : "suggestion"}>
      <blockquote dir="auto">“{words}”</blockquote>
      <p class="suggestion-by">{[by, stateWords(state)].filter(Boolean).join(", ")}</p>
      {may(desk.slices, putUp.do) && (
        <div class="rail-row">
          {state !== "up" && (
            <button
              type="button"
              class="button button-small"
              aria-label={_("{name}: {kind}", { name: _("Put it up"), kind: words })}
              onClick={() => desk.send(putUp)}
            >
              {_("Put it up")}
            </button>
          )}
          {state !== "aside" && (
            <button
              type="button"
              class="button button-small button-quiet"
              aria-label={_("Leave it out: {words}", { words })}
              onClick={() => desk.send(setAside)}
            >
              {_("Leave it out")}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** @param {WordsState} state */
function stateWords(state) {
  if (state === "waiting") return "";
  return state === "up" ? _("on the wall") : _("left out");
}
