/** Reads what was pasted as a list: guessed, with what was corrected by hand. */

import { useMemo, useState } from "preact/hooks";
import { cellsOf, separatorOf } from "./cells.js";
import { columnsOf } from "./columns.js";
import { lines as comparedLines, listed } from "./listed-people.js";

/**
 * @import {Person} from "../people.js"
 * @import {Separator} from "./cells.js"
 * @import {Columns} from "./columns.js"
 * @import {ListFile} from "./ListFile.jsx"
 * @typedef {{separator: Separator | null, columns: Columns | null}} Corrected `null`: as it is guessed
 * @typedef {ReturnType<typeof useReading>} Reading
 */

/** @type {Corrected} */
const AS_GUESSED = { separator: null, columns: null };

/**
 * The rows, columns and people of a text.
 * @param {string} text
 * @param {Person[] | null} here who is in the room, as far as that is known
 */
export function useReading(text, here) {
  const [file, setFile] = useState(/** @type {ListFile | null} */ (null));
  const [corrected, correct] = useState(AS_GUESSED);
  const separator = useMemo(() => corrected.separator ?? separatorOf(text), [text, corrected]);
  const rows = useMemo(() => cellsOf(text, separator), [text, separator]);
  const columns = useMemo(() => corrected.columns ?? columnsOf(rows), [rows, corrected]);
  const people = useMemo(() => listed(rows, columns), [rows, columns]);
  const lines = useMemo(() => comparedLines(people, here ?? []), [people, here]);
  return {
    file,
    rows,
    separator,
    columns,
    lines,
    /** Another file, or text that was written by hand: a new file is guessed anew. @param {ListFile | null} next */
    setFile: (next) => {
      if (next && next.name !== file?.name) correct(AS_GUESSED);
      if (!text.trim()) correct(AS_GUESSED);
      setFile(next);
    },
    /** @param {Separator} next */
    setSeparator: (next) => correct({ separator: next, columns: null }),
    /** @param {Columns} next */
    setColumns: (next) => correct({ ...corrected, columns: next }),
  };
}
