import { useState } from "preact/hooks";
import { _, listed as inOneLine, n_ } from "../../../shared/i18n/i18n.js";
import { AndMore } from "../../ui/AndMore.jsx";
import { isTicked } from "./outcome.js";
import { groupsOf } from "./listed-people.js";

/**
 * @import {Line, State} from "./listed-people.js"
 * @import {Ticks} from "./outcome.js"
 */

/** So many are listed at first, and added at a time. */
const STEP = 50;
/** So many groups are named. */
const GROUPS_SHOWN = 6;

/** @type {Record<State, () => string>} */
const STATE_WORDS = {
  new: () => "",
  here: () => _("here already"),
  again: () => _("twice on the list"),
  door: () => _("at the door"),
  out: () => _("was sent out"),
};

/**
 * Who comes in: everybody on the list, to be unticked one by one.
 * @param {{lines: Line[], ticks: Ticks, tick: (line: Line, isTicked: boolean) => void}} props
 */
export function ListPreview({ lines, ticks, tick }) {
  const [most, setMost] = useState(STEP);
  return (
    <fieldset class="names-preview">
      <legend class="visually-hidden">{_("Who comes in")}</legend>
      <Groups lines={lines} />
      <ul>
        {lines.slice(0, most).map((line) => (
          <li key={line.no}>
            <label class="names-check">
              <input
                type="checkbox"
                checked={isTicked(line, ticks)}
                onChange={({ currentTarget }) => tick(line, currentTarget.checked)}
              />
              <Facts line={line} />
            </label>
          </li>
        ))}
      </ul>
      <AndMore left={lines.length - most} show={() => setMost(most + STEP)} />
    </fieldset>
  );
}

/** @param {{line: Line}} props */
function Facts({ line }) {
  const group = line.person?.group || line.group;
  const state = STATE_WORDS[line.state]();
  return (
    <span class="names-line">
      <bdi>{line.name}</bdi>
      {group && (
        <>
          {" "}
          <small>
            <bdi>{group}</bdi>
          </small>
        </>
      )}
      {state && (
        <>
          {" "}
          <em>{state}</em>
        </>
      )}
    </span>
  );
}

/** @param {{lines: Line[]}} props */
function Groups({ lines }) {
  const groups = groupsOf(lines);
  if (!groups.length) return null;
  const named = groups.slice(0, GROUPS_SHOWN).map(({ group, count }) => `${group} ${count}`);
  const more = groups.length - named.length;
  return (
    <p class="hint">
      {n_("One group", "{n} groups", groups.length)}
      {": "}
      <bdi>{inOneLine([...named, more > 0 && n_("{n} more", "{n} more", more)])}</bdi>
    </p>
  );
}

/**
 * How many of each kind: "28 new, 2 here already".
 * @param {Record<State, number>} counts
 * @param {number} leftOut how many of them are not ticked
 */
export function countWords(counts, leftOut) {
  return inOneLine([
    n_("{n} new", "{n} new", counts.new),
    counts.here > 0 && n_("{n} here already", "{n} here already", counts.here),
    counts.again > 0 && n_("{n} twice on the list", "{n} twice on the list", counts.again),
    counts.door > 0 && n_("{n} at the door", "{n} at the door", counts.door),
    counts.out > 0 && n_("{n} sent out before", "{n} sent out before", counts.out),
    leftOut > 0 && n_("{n} left out", "{n} left out", leftOut),
  ]);
}
