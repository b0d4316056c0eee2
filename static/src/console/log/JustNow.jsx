import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { KeyCap } from "../keyboard/KeyCap.jsx";
import { logWords, timeOfDay } from "./log-lines.js";
import { LogText } from "./LogText.jsx";
import { signOf } from "../keyboard/key-lookup.js";
import { roleWords } from "../desk/rights.js";
import { undoMeant } from "./undo.js";

/** What happened lately, and what can be taken back. @param {{desk: import("../desk/desk.js").Desk}} props */
export function JustNow({ desk }) {
  const { action, log, run } = desk.slices;
  const told = log.lines.map((line) => ({ line, text: logWords(line, run) })).filter(({ text }) => text);
  const undoable = told.filter(({ line }, index) => isFirstOfAction(line, told.slice(0, index)));
  // Some actions have no line of their own, such as a change of settings.
  const isUntold = action.undo !== null && action.undo_instead === null && !log.lines.some(({ undo }) => undo === action.undo);
  return (
    <section class="just-now" aria-label={_("Just now")}>
      <h2>
        {_("Just now")}
        {isUntold && (
          <button type="button" class="button button-small button-quiet" onClick={() => desk.perform("undo")}>
            {_("Undo")} <KeyCap sign={signOf("undo")} />
          </button>
        )}
        {action.redo !== null && (
          <button type="button" class="button button-small button-quiet" onClick={() => desk.perform("redo")}>
            {_("Redo")} <KeyCap sign={signOf("redo")} />
          </button>
        )}
      </h2>
      <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("What happened")}>
        <ul>
          {told.map(({ line, text }) => (
            <li key={line.seq} class="log-line">
              <time>{timeOfDay(line.at_ms)}</time>
              <span class="log-text">
                <LogText line={line} run={run} />
                {line.by && <small>{roleWords(line.by)}</small>}
              </span>
              {undoable.some((one) => one.line === line) && (
                <Undo desk={desk} action={line.undo ?? 0} text={text} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** @param {{desk: import("../desk/desk.js").Desk, action: number, text: string}} props */
function Undo({ desk, action, text }) {
  const isLatest = action === undoMeant(desk.slices, desk.refusedUndo);
  return (
    <button
      type="button"
      class={`button button-small${isLatest ? "" : " button-quiet"}`}
      aria-label={_("Undo: {text}", { text })}
      onClick={() => desk.send({ do: "undo_action", action })}
    >
      <Icon name="undo" />
      {isLatest && <span class="button-label">{_("Undo")}</span>}
      {isLatest && <KeyCap sign={signOf("undo")} />}
    </button>
  );
}

/** One action may have several lines; its newest carries the button. @param {import("../../wire").LogLine} line @param {{line: import("../../wire").LogLine}[]} newer */
function isFirstOfAction(line, newer) {
  return line.undo !== null && !newer.some((one) => one.line.undo === line.undo);
}
