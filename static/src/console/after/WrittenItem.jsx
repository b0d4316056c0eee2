import { _ } from "../../shared/i18n/i18n.js";
import { usePicked } from "../keyboard/picked-row.js";
import { may } from "../desk/rights.js";

/**
 * @import {CommandBody, WordsState} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/**
 * Somebody's words: whether the wall shows them, and whether the summary will.
 *
 * @param {{desk: Desk, reviewKey: string, words: string, by: string, state: WordsState, item?: number,
 *   putUp?: CommandBody, setAside: CommandBody, note?: string}} props `item`: nobody has looked at it yet
 */
export function WrittenItem({ desk, reviewKey, words, by, state, item, putUp, setAside, note = "" }) {
  const { row, isPicked } = usePicked(desk, reviewKey);
  const isClosed = desk.slices.session.state === "closed";
  const isPassing = item !== undefined && (isClosed || !putUp);
  const classes = ["suggestion", state === "up" && "is-shown", isPicked && "is-picked"];
  return (
    <li ref={row} tabIndex={-1} class={classes.filter(Boolean).join(" ")}>
      <blockquote dir="auto">“{words}”</blockquote>
      <p class="suggestion-by">{[by, note || stateWords(state)].filter(Boolean).join(", ")}</p>
      {may(desk.slices, setAside.do) && (
        <div class="rail-row">
          {isPassing && (
            <Way
              label={_("Include")}
              spoken={_("Include: {words}", { words })}
              sign={isPicked ? "↵" : ""}
              press={() => desk.send({ do: "pass_words", items: [item] })}
            />
          )}
          {state !== "up" && putUp && (
            <Way
              label={isClosed ? _("On the wall") : _("Put it up")}
              spoken={_("{name}: {kind}", { name: isClosed ? _("On the wall") : _("Put it up"), kind: words })}
              sign={isPicked && !isPassing ? "↵" : ""}
              isQuiet={isPassing}
              press={() => desk.send(putUp)}
            />
          )}
          {state !== "aside" && (
            <Way
              label={_("Leave it out")}
              spoken={_("Leave it out: {words}", { words })}
              sign={isPicked ? "⌫" : ""}
              isQuiet
              press={() => desk.send(setAside)}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** @param {{label: string, spoken: string, sign: string, isQuiet?: boolean, press: () => void}} props */
function Way({ label, spoken, sign, isQuiet, press }) {
  return (
    <button
      type="button"
      class={isQuiet ? "button button-small button-quiet" : "button button-small"}
      aria-label={spoken}
      onClick={press}
    >
      {label}
      {sign && <kbd aria-hidden="true">{sign}</kbd>}
    </button>
  );
}

/** @param {WordsState} state */
function stateWords(state) {
  if (state === "waiting") return "";
  return state === "up" ? _("on the wall") : _("left out");
}
