import { sizeFor } from "../lib/names.js";

/** @typedef {import("preact").ComponentChildren} ComponentChildren */

const ROOMY = 22; // letters up to which only the longest word counts

/**
 * The lit table, with a word or two on it.
 *
 * @param {{words?: string, note?: string, children?: ComponentChildren}} props
 */
export function Table({ words = "", note = "", children }) {
  return (
    <div class="table" aria-hidden="true">
      {words && (
        <bdi class="table-words" data-size={words.length > ROOMY ? "l" : sizeFor(words, [8, 11])}>
          {words}
        </bdi>
      )}
      {note && <span class="table-note">{note}</span>}
      {children}
    </div>
  );
}
