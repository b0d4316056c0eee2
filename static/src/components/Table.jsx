import { breakable, sizeFor } from "../lib/names.js";

/** @typedef {import("preact").ComponentChildren} ComponentChildren */

const ROOMY = 22; // letters up to which only the longest word counts

/**
 * The lit table, with a word or two on it.
 *
 * `brief`: the same words where there is little room; `wide`: on a wall, where long words go on in the next line.
 *
 * @param {{words?: string, brief?: string, note?: string, wide?: boolean, children?: ComponentChildren}} props
 */
export function Table({ words = "", brief = "", note = "", wide = false, children }) {
  return (
    <div class="table" aria-hidden="true">
      {words && (
        <bdi
          class={brief && brief !== words ? "table-words is-long" : "table-words"}
          data-size={words.length > ROOMY ? "l" : sizeFor(words, [8, 11])}
        >
          {wide ? breakable(words) : words}
        </bdi>
      )}
      {brief && brief !== words && (
        <bdi class="table-words table-brief" data-size="l">
          {breakable(brief)}
        </bdi>
      )}
      {note && <span class="table-note">{note}</span>}
      {children}
    </div>
  );
}
