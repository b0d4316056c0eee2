import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { _, n_ } from "../../../shared/i18n/i18n.js";
import { LIST_MAX } from "../../../shared/limits.js";
import { emptyNames } from "./draft.js";
import { useEverybody } from "./everybody.js";
import { FileChooser } from "./ListFile.jsx";
import { hasColumns, ListColumns } from "./ListColumns.jsx";
import { countWords, ListPreview } from "./ListPreview.jsx";
import { chairsFor, countsOf, excessOf, isTicked, keyOf, outcomeOf, peopleOf } from "./outcome.js";
import { useReading } from "./reading.js";

/**
 * @import {Desk} from "../../desk/desk.js"
 * @import {Place} from "./draft.js"
 * @import {Reading} from "./reading.js"
 * @import {Ticks} from "./outcome.js"
 */

/** @type {[Place, () => string][]} */
const PLACES = [
  ["chairs", () => _("Onto the free chairs")],
  ["queue", () => _("Into the queue")],
  ["room", () => _("Only into the room")],
];

/** Brings a list of people without phones in: pasted or from a file, looked through, one action. @param {{desk: Desk}} props */
export function NamesPanel({ desk }) {
  const { people, isLost, again } = useEverybody(desk.code, desk.slices.figures.people);
  const reading = useReading(desk.names.text, people);
  const [ticks, setTicks] = useState(/** @type {Ticks} */ (new Map()));
  /** @param {string} text */
  const write = (text) => desk.set({ names: { ...desk.names, text } });
  return (
    <>
      <div class="rail-scroll names" tabIndex={0} role="group" aria-label={_("Names from a list")}>
        <label class="field">
          <span class="field-label">{_("One name a line, or cells from a spreadsheet")}</span>
          <textarea
            class="field-input"
            data-first
            rows={4}
            autocomplete="off"
            spellcheck={false}
            dir="auto"
            value={desk.names.text}
            onInput={({ currentTarget }) => {
              reading.setFile(null);
              write(currentTarget.value);
            }}
            onKeyDown={({ key }) => key === "Escape" && !desk.names.text.trim() && desk.set({ panel: null })}
          />
        </label>
        <FileChooser
          file={reading.file}
          read={(file, text) => {
            reading.setFile(file);
            setTicks(new Map());
            write(text);
          }}
        />
        <WhereTo desk={desk} />
        {hasColumns(desk.names.text) && <ListColumns {...reading} />}
        {reading.lines.length > 0 && (
          <ListPreview
            lines={reading.lines}
            ticks={ticks}
            tick={(line, isOn) => setTicks(new Map(ticks).set(keyOf(line), isOn))}
          />
        )}
      </div>
      {isLost && (
        <p role="alert">
          {_("The people here could not be looked up. The list is kept.")}{" "}
          <button type="button" class="button button-small" onClick={again}>
            {_("Look them up again")}
          </button>
        </p>
      )}
      <BringIn desk={desk} reading={reading} ticks={ticks} isReady={people !== null} />
    </>
  );
}

/** @param {{desk: Desk}} props */
function WhereTo({ desk }) {
  const { place } = desk.names;
  return (
    <fieldset class="names-places">
      <legend>{_("Where they go")}</legend>
      {PLACES.map(([one, words]) => (
        <Fragment key={one}>
          <label class="names-check">
            <input
              type="radio"
              name="names-place"
              checked={one === place}
              onChange={() => desk.set({ names: { ...desk.names, place: one } })}
            />
            <span>{words()}</span>
          </label>
          {one === "chairs" && place === one && <p class="hint">{chairWords(chairsFor(desk.slices))}</p>}
        </Fragment>
      ))}
    </fieldset>
  );
}

/** What comes of the list, and the button for it. @param {{desk: Desk, reading: Reading, ticks: Ticks, isReady: boolean}} props */
function BringIn({ desk, reading: { lines, rows }, ticks, isReady }) {
  const [isSending, setSending] = useState(false);
  if (!rows.length) return null;
  const { place } = desk.names;
  const people = peopleOf(lines, place, ticks);
  const excess = excessOf(people);
  const comers = lines.filter((line) => ["new", "goes"].includes(outcomeOf(line, place, ticks))).length;
  const leftOut = lines.filter((line) => !isTicked(line, ticks)).length;
  const bring = async () => {
    setSending(true);
    const { ok } = await desk.send({ do: "add_people", people, place });
    setSending(false);
    if (ok) desk.set({ panel: null, names: emptyNames() });
  };
  return (
    <div class="names-foot">
      <p role="status">
        {!lines.length && _("There is no name in this column. Change the columns.")}
        {lines.length > 0 && (isReady ? countWords(countsOf(lines), leftOut) : _("Looking up who is here already"))}
      </p>
      {excess === "many" && (
        <p role="alert">
          {_("At most {most} people come in at once. Untick some, and bring them in afterwards.", { most: LIST_MAX })}
        </p>
      )}
      {excess === "large" && (
        <p role="alert">{_("These names are too long to come in at once. Untick some, and bring them in afterwards.")}</p>
      )}
      <button
        type="button"
        class="button"
        disabled={!isReady || isSending || !people.length || excess !== null}
        onClick={bring}
      >
        {doneWords(comers, people.length, place, chairsFor(desk.slices))}
      </button>
    </div>
  );
}

/** @param {number} chairs */
function chairWords(chairs) {
  if (!chairs) return _("Nobody can sit down now, so they all join the queue.");
  return n_("One person sits down, and the others join the queue.", "Up to {n} people sit down, and the others join the queue.", chairs);
}

/**
 * What the button does.
 * @param {number} comers who comes in, or goes to the queue or the chairs
 * @param {number} all who comes in or gets a group
 * @param {Place} place
 * @param {number} chairs
 */
function doneWords(comers, all, place, chairs) {
  if (!all) return _("Nobody to bring in");
  if (!comers) return n_("Give one person a group", "Give {n} people their groups", all);
  if (place === "queue") return n_("Put one person in the queue", "Put {n} people in the queue", comers);
  if (place === "chairs" && comers <= chairs) return n_("Seat one person", "Seat {n} people", comers);
  return n_("Bring one person in", "Bring {n} people in", comers);
}
