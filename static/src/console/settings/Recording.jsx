import { isRecorded } from "../../shared/method/attribution.js";
import { _ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/** Saying that somebody records the talk; nothing is recorded here. @param {{desk: import("../desk/desk.js").Desk}} props */
export function Recording({ desk }) {
  const { session } = desk.slices;
  if (!may(desk.slices, "mark_recording_start")) return null;
  return (
    <div class="run-last">
      <h3>{_("Recording")}</h3>
      <p class="hint">{recordingWords(session)}</p>
      {isRecorded(session.attribution) && (
        <button
          type="button"
          class="button button-small"
          onClick={() => desk.send({ do: session.recording ? "mark_recording_stop" : "mark_recording_start" })}
        >
          {session.recording ? _("The recording has ended") : _("A recording starts now")}
        </button>
      )}
    </div>
  );
}

/** @param {import("../../wire").SessionSlice} session */
function recordingWords({ attribution, recording }) {
  if (!isRecorded(attribution)) return _("Nobody’s name leaves the room, so this talk is not recorded.");
  return recording
    ? _("Phones and the wall say that this talk is being recorded.")
    : _("Does your own camera or microphone record? Say so here, and every screen says it too. Chapters of the video count from then.");
}
