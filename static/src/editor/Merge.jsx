import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../shared/i18n/i18n.js";

/**
 * @import {ConsoleSlices} from "../wire"
 * @import {Desk} from "../console/desk/desk.js"
 * @import {Part} from "./article.js"
 */

/**
 * The takeaways with which another one can be told: those of its kind that stand for themselves.
 *
 * @param {Part} part
 * @param {Part[]} parts
 * @param {ConsoleSlices} slices
 */
export function others(part, parts, slices) {
  const kindOf = (/** @type {Part} */ { item }) =>
    slices.takeaways.takeaways.find(({ id }) => id === Number(item))?.kind;
  return parts.filter(
    (one) =>
      one.kind === "takeaway" && one.item !== part.item && !one.into && !one.isOmitted && kindOf(one) === kindOf(part),
  );
}

/** What is the same is told once, with everybody who shared it. @param {{desk: Desk, part: Part, parts: Part[], close: () => void}} props */
export function Merge({ desk, part, parts, close }) {
  const choices = others(part, parts, desk.slices);
  const [into, setInto] = useState(choices[0]?.item ?? "");
  const field = useRef(/** @type {HTMLSelectElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="edit-paragraph"
      onSubmit={async (event) => {
        event.preventDefault();
        const { error } = await desk.send({ do: "merge_takeaway", takeaway: Number(part.item), into: Number(into) });
        if (!error) close();
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <label class="note-field">
        <span>{_("Merged with")}</span>
        <select ref={field} class="field-input" value={into} onChange={(event) => setInto(event.currentTarget.value)}>
          {choices.map(({ item, text }) => (
            <option key={item} value={item}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{_("The summary shows the other text, with both names if names are shown.")}</p>
      <div class="edit-row">
        <button type="submit" class="button button-small">
          {_("Merge")}
        </button>
        <button type="button" class="button button-small button-quiet" onClick={close}>
          {_("Cancel")}
        </button>
      </div>
    </form>
  );
}
