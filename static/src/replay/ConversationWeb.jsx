import { _, n_ } from "../shared/i18n/i18n.js";

/** @import {Web, WebVoice} from "./tape.js" */

const NAME_HEIGHT = "14%"; // as fishbowl/harvest/geometry/web.py places it

/**
 * Who spoke straight after whom by now; the places are those of the summary.
 *
 * @param {{web: Web, runMs: number}} props
 */
export function ConversationWeb({ web, runMs }) {
  const count = web.voices.length;
  return (
    <section>
      <h2>{_("Who spoke after whom")}</h2>
      <div class="web" role="img" aria-label={_("Who spoke straight after whom, by now. The summary has it as a table.")}>
        <svg class="web-drawing" viewBox="0 0 100 100">
          <circle class="web-water" cx="50" cy="50" r="50" />
          <circle class="web-ripple" cx="50" cy="50" r="30" />
          {web.flows
            .filter((flow) => flow.at_run_ms <= runMs)
            .map((flow) => (
              <path key={flow.path} class={`web-flow web-flow-${flow.level}`} d={flow.path} />
            ))}
          <circle class="web-table" cx="50" cy="50" r="9" />
          {web.voices.map((voice, place) => (
            <circle key={place} class="web-dot" cx={voice.cx} cy={voice.cy} r="1.6" />
          ))}
        </svg>
        <svg class="web-names">
          {web.voices.map((voice, place) => (
            <VoiceName key={place} voice={voice} />
          ))}
        </svg>
        <p class="web-count" dir={document.dir === "rtl" ? "rtl" : "ltr"}>
          <b>{count}</b>
          <span>{n_("voice", "voices", count)}</span>
        </p>
      </div>
    </section>
  );
}

/** @param {{voice: WebVoice}} props */
function VoiceName({ voice }) {
  return (
    <foreignObject x={`${voice.x}%`} y={`${voice.y}%`} width={`${voice.width}%`} height={NAME_HEIGHT}>
      <div class={`web-name web-${voice.side}`}>
        <bdi>{voice.name}</bdi>
      </div>
    </foreignObject>
  );
}
