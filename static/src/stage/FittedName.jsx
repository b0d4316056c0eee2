import { widthOf } from "../display/names.js";
import { nameOf } from "../shared/i18n/i18n.js";
import { shortName } from "../shared/ui/short-names.js";

const LONGEST = 13.5; // in parts of its size: a longer name would be too small in one line

/** A name for one line: as it was typed, or with initials. @param {import("../wire").Label} person */
export function nameFor(person) {
  const full = nameOf(person);
  return widthOf(full) > LONGEST ? shortName(person) : full;
}

/** A name in one line, as large as it fits. @param {{name: string, class: string}} props */
export function FittedName({ name, class: className }) {
  return (
    <span class={className} style={{ "--ems": widthOf(name) }}>
      <bdi>{name}</bdi>
    </span>
  );
}
