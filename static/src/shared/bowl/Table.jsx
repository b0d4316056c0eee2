import { sizeFor } from "../ui/short-names.js";
import { Lines } from "../ui/Lines.jsx";

/** @typedef {import("preact").ComponentChildren} ComponentChildren */

const ROOMY = 22; // letters up to which only the longest word counts

/**
 * The lit table, with a word or two on it.
 *
 * @param {{words?: string, fit?: import("../ui/fit.js").Fit | null, note?: string, called?: boolean, children?: ComponentChildren}} props
 *   `fit`: the words in lines that just fit, on a wall; `called`: they name who is to come
 */
export function Table({ words = "", fit = null, note = "", called = false, children }) {
  return (
    <div class={called ? "table is-called" : "table"} aria-hidden="true">
      {words && (
        <bdi
          class={fit ? "table-words is-fitted" : "table-words"}
          data-size={words.length > ROOMY ? "l" : sizeFor(words, [8, 11])}
          style={fit ? { "--size": fit.size } : undefined}
        >
          {fit ? <Lines lines={fit.lines} /> : words}
        </bdi>
      )}
      {note && <span class="table-note">{note}</span>}
      {children}
    </div>
  );
}
