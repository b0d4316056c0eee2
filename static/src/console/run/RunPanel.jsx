import { useState } from "preact/hooks";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { MINUTES_MAX, TITLE_MAX, WORDS_MAX } from "../../shared/limits.js";
import { closingOf, openingOf, titleOf } from "../../shared/method/phase-prompts.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { LastMinutes } from "../queue/LastMinutes.jsx";
import { PhaseRules, withRules } from "./PhaseRules.jsx";
import { Recording } from "../settings/Recording.jsx";

/**
 * @import {Phase, PhaseKind} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

const MINUTE_MS = 60_000;
/** How many chairs stay when the circle closes; two people can still talk. */
const CHAIRS_LEFT = 2;

/** What can be added. @type {[PhaseKind, string, number][]} */
const NEW_PARTS = [
  ["pair_share", "pair_share_after", 6],
  ["bowl", "bowl", 15],
  ["groups", "form_questions", 8],
  ["think", "write_questions", 3],
  ["debrief", "what_so_what", 10],
  ["close", "closing", 5],
];

/** The plan of the evening: minutes, words and order of what has not been yet. @param {{desk: Desk}} props */
export function RunPanel({ desk }) {
  const { run, clock } = desk.slices;
  const first = Math.max(0, run.index);
  const total = Math.round(clock.planned_ms / MINUTE_MS);
  /** @param {Phase[]} phases */
  const keep = (phases) => desk.send({ do: "edit_run", index: first, phases });
  const rest = run.phases.slice(first);
  return (
    <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("Run of show")}>
      <p class="hint">{n_("One minute planned in all.", "{n} minutes planned in all.", total)}</p>
      <ol class="run-parts" start={first + 1}>
        {rest.map((phase, place) => (
          <RunPart
            key={`${place} ${titleOf(phase)} ${phase.planned_ms}`}
            phase={phase}
            isNow={first + place === run.index}
            change={(next) => keep(rest.map((one, at) => (at === place ? next : one)))}
            earlier={
              first + place - 1 > run.index && place > 0
                ? () => keep(swapped(rest, place - 1))
                : undefined
            }
            remove={
              first + place > run.index && run.phases.length > 1
                ? () => keep(rest.filter((_one, at) => at !== place))
                : undefined
            }
          />
        ))}
      </ol>
      <AddPart add={(phase) => keep([...rest, phase])} />
      <LastMinutes desk={desk} />
      <div class="run-tools">
        <ActionButton desk={desk} action="bell" icon="bell" label={_("Ring the bell")} />
      </div>
      <Recording desk={desk} />
    </div>
  );
}

/** @param {Phase[]} phases @param {number} place */
function swapped(phases, place) {
  const other = [...phases];
  [other[place], other[place + 1]] = [other[place + 1], other[place]];
  return other;
}

/** @param {{phase: Phase, isNow: boolean, change: (next: Phase) => void, earlier?: () => void, remove?: () => void}} props */
function RunPart({ phase, isNow, change, earlier, remove }) {
  const [open, setOpen] = useState(false);
  const title = titleOf(phase);
  return (
    <li class={isNow ? "is-now" : ""} aria-current={isNow ? "step" : undefined}>
      <button type="button" class="run-part-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>
          <bdi>{title}</bdi>
        </b>
        <span>{_("{minutes} min", { minutes: Math.round(phase.planned_ms / MINUTE_MS) })}</span>
      </button>
      {open && (
        <>
          <PartForm key={JSON.stringify(phase)} phase={phase} keep={change} />
          <div class="run-part-tools">
            {earlier && (
              <button type="button" class="button button-small button-quiet" onClick={earlier}>
                {_("Earlier")}
              </button>
            )}
            {remove && (
              <button type="button" class="button button-small button-quiet" onClick={remove}>
                {_("Leave out")}
              </button>
            )}
          </div>
        </>
      )}
    </li>
  );
}

/** @param {{phase: Phase, keep: (next: Phase) => void}} props */
function PartForm({ phase, keep }) {
  /** @param {SubmitEvent & {currentTarget: HTMLFormElement}} event */
  const submit = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const minutes = Math.round(phase.planned_ms / MINUTE_MS);
    const wanted = Number(form.get("minutes"));
    keep({
      ...withRules(phase, form),
      planned_ms: wanted === minutes ? phase.planned_ms : wanted * MINUTE_MS,
      title: written(form.get("title"), titleOf({ ...phase, title: "" })),
      opening: written(form.get("opening"), openingOf({ ...phase, opening: "" })),
      chairs_to: form.has("chairs_away") ? (phase.chairs_to ?? CHAIRS_LEFT) : null,
      closing: written(form.get("closing"), closingOf({ ...phase, closing: "" })),
    });
  };
  return (
    <form class="run-part-form" onSubmit={submit}>
      <label>
        <span>{_("Title")}</span>
        <input class="field-input" name="title" maxLength={TITLE_MAX} defaultValue={titleOf(phase)} data-first />
      </label>
      <label>
        <span>{_("Minutes")}</span>
        <input
          class="field-input"
          name="minutes"
          type="number"
          min={1}
          max={MINUTES_MAX}
          required
          defaultValue={String(Math.max(1, Math.round(phase.planned_ms / MINUTE_MS)))}
        />
      </label>
      <label>
        <span>{_("Text at the start")}</span>
        <textarea class="field-input" name="opening" rows={2} maxLength={WORDS_MAX} defaultValue={openingOf(phase)} />
      </label>
      <label>
        <span>{_("Text near the end")}</span>
        <textarea class="field-input" name="closing" rows={2} maxLength={WORDS_MAX} defaultValue={closingOf(phase)} />
      </label>
      {phase.kind === "bowl" && (
        <label class="check">
          <input type="checkbox" name="chairs_away" defaultChecked={phase.chairs_to != null} />
          <span>{_("Take empty chairs away near the end")}</span>
        </label>
      )}
      {phase.kind === "bowl" && <PhaseRules phase={phase} />}
      <button type="submit" class="button button-small">
        {_("Save")}
      </button>
    </form>
  );
}

/** Only words that differ from the usual ones are kept, so that those stay translated. @param {FormDataEntryValue | null} typed @param {string} usual */
function written(typed, usual) {
  const words = String(typed ?? "").trim();
  return words === usual ? "" : words;
}

/** @param {{add: (phase: Phase) => void}} props */
function AddPart({ add }) {
  return (
    <details class="run-add">
      <summary>{_("Add a part")}</summary>
      <div class="run-part-tools">
        {NEW_PARTS.map(([kind, code, minutes]) => {
          /** @type {Phase} */
          const phase = { kind, title_code: code, opening_code: code, planned_ms: minutes * MINUTE_MS };
          return (
            <button key={kind} type="button" class="button button-small" onClick={() => add(phase)}>
              {titleOf({ ...phase, title_code: "" })}
            </button>
          );
        })}
      </div>
    </details>
  );
}
