import { useMemo } from "preact/hooks";
import { runningMs } from "../../shared/time/clock.js";
import { _ } from "../../shared/i18n/i18n.js";
import { cellsOf } from "./voice-cells.js";

/**
 * @import {TalkView} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

const MINUTE_MS = 60_000;
const MINUTES_LEAST = 20; // or the first cells would be as wide as a hand
const FILL = 0.84; // of a cell; the rest is the gap to the next

/**
 * Who was heard when: a row for each voice in the order in which they came, a cell for each minute.
 * @param {{desk: Desk, talk: TalkView, loudest: number | null}} props `loudest`: the person whose
 *   row is marked
 */
export function VoicesPicture({ desk, talk, loudest }) {
  const minute = Math.floor(runningMs(desk.slices.clock) / MINUTE_MS);
  const rows = useMemo(() => talk.voices.map((voice) => cellsOf(voice, minute)), [talk, minute]);
  if (!rows.length) return null;
  const columns = Math.max(MINUTES_LEAST, minute + 1);
  return (
    <svg
      class="voices"
      viewBox={`0 0 ${columns} ${rows.length}`}
      preserveAspectRatio="none"
      style={{ "--rows": rows.length }}
      role="img"
      aria-label={legend(talk)}
    >
      <title>{legend(talk)}</title>
      {rows.map((minutes, row) => (
        <path
          key={talk.voices[row].person.id}
          class={talk.voices[row].person.id === loudest ? "is-most" : undefined}
          d={`M0 ${row + 0.5}H${columns}${minutes.map((at) => `M${at} ${row}h${FILL}v${FILL}h-${FILL}z`).join("")}`}
        />
      ))}
    </svg>
  );
}

/** What a row and a cell are; the minutes are those of what counts as talk. @param {TalkView} talk */
function legend({ tracked }) {
  return tracked
    ? _("A row for each voice in order of arrival, a cell for each minute with the floor.")
    : _("A row for each voice in order of arrival, a cell for each minute on a chair.");
}
