import { _ } from "../../../shared/i18n/i18n.js";
import { SEPARATORS } from "./cells.js";
import { columnWords, width } from "./columns.js";

/**
 * @import {Separator} from "./cells.js"
 * @import {Columns} from "./columns.js"
 */

const NONE = -1;

/** @type {Record<Separator, () => string>} */
const SEPARATOR_WORDS = {
  ",": () => _("Comma"),
  ";": () => _("Semicolon"),
  "\t": () => _("Tab"),
  "": () => _("Nothing: a line is a name"),
};

/** Whether there is anything to correct: a line that could be parted. @param {string} text */
export function hasColumns(text) {
  return /[,;\t]/.test(text);
}

/**
 * Corrects what was guessed: what stands between the cells, and which column is what.
 * @param {{
 *   rows: string[][],
 *   separator: Separator,
 *   columns: Columns,
 *   setSeparator: (separator: Separator) => void,
 *   setColumns: (columns: Columns) => void,
 * }} props
 */
export function ListColumns({ rows, separator, columns, setSeparator, setColumns }) {
  const all = Array.from({ length: width(rows) }, (_none, at) => at);
  const options = all.map((at) => ({ value: at, words: columnWords(rows, columns, at) || String(at + 1) }));
  const none = { value: NONE, words: _("No column") };
  const [first, second = NONE] = columns.name;
  /** @param {number[]} name */
  const named = (...name) => setColumns({ ...columns, name: [...new Set(name.filter((at) => at !== NONE))] });
  return (
    <details class="names-columns">
      <summary>{_("Change the columns")}</summary>
      <Choice
        label={_("Between the columns")}
        value={SEPARATORS.indexOf(separator)}
        options={SEPARATORS.map((one, value) => ({ value, words: SEPARATOR_WORDS[one]() }))}
        choose={(at) => setSeparator(SEPARATORS[at])}
      />
      {all.length > 1 && (
        <>
          <Choice label={_("Name")} value={first} options={options} choose={(at) => named(at, second)} />
          <Choice
            label={_("Second part of the name")}
            value={second}
            options={[none, ...options]}
            choose={(at) => named(first, at)}
          />
          <Choice
            label={_("Group")}
            value={columns.group ?? NONE}
            options={[none, ...options]}
            choose={(at) => setColumns({ ...columns, group: at === NONE ? null : at })}
          />
        </>
      )}
      <label class="names-check">
        <input
          type="checkbox"
          checked={columns.header}
          onChange={({ currentTarget }) => setColumns({ ...columns, header: currentTarget.checked })}
        />
        <span>{_("The first line says what the columns are")}</span>
      </label>
    </details>
  );
}

/** @param {{label: string, value: number, options: {value: number, words: string}[], choose: (value: number) => void}} props */
function Choice({ label, value, options, choose }) {
  return (
    <label class="names-choice">
      <span>{label}</span>
      <select class="field-input" value={value} onChange={({ currentTarget }) => choose(Number(currentTarget.value))}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  );
}
