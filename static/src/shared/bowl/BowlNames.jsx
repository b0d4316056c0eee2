import { Name } from "../ui/Name.jsx";

/** @typedef {import("../../wire").ChairView} ChairView */

/**
 * Who sits where, in words, below a small bowl whose chairs have room for their numbers alone. Screen
 * readers have it in the bowl already.
 *
 * @param {{chairs: ChairView[]}} props in the order of their numbers
 */
export function BowlNames({ chairs }) {
  const taken = chairs.filter((chair) => chair.person);
  if (!taken.length) return null;
  return (
    <ol class="bowl-names" data-chairs={chairs.length} aria-hidden="true">
      {taken.map(({ no, state, person }) => (
        <li key={no} class={state === "speaking" ? "is-speaking" : undefined}>
          <b>{no}</b> {person && <Name of={person} />}
        </li>
      ))}
    </ol>
  );
}
