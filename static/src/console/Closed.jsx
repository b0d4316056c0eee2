import { formatMinutes, runningMs } from "../lib/clock.js";
import { _, n_ } from "../lib/i18n.js";
import { ActionButton } from "./ActionButton.jsx";
import { CopyField } from "./CopyField.jsx";
import { NextAction } from "./NextAction.jsx";

/** After the end: the summary, for the facilitator first. @param {{desk: import("./desk.js").Desk}} props */
export function Closed({ desk }) {
  const { session, clock, figures, topics, address } = desk.slices;
  const talked = topics.topics.filter(({ state }) => state === "done" || state === "current");
  const isPublished = session.summary !== null;
  return (
    <div class="closed">
      <h2>{isPublished ? _("The summary is published") : _("The summary is ready")}</h2>
      <p class="closed-figures">
        <span>{formatMinutes(runningMs(clock))}</span>
        <span>{n_("{n} voice", "{n} voices", figures.voices)}</span>
        <span>{n_("{n} turn", "{n} turns", figures.turns)}</span>
        <span>{n_("{n} topic", "{n} topics", talked.length)}</span>
      </p>
      <p>
        <a class="button" href={`/${desk.code}/summary`} target="_blank" rel="noopener">
          {isPublished ? _("Open the summary") : _("Read the summary before anybody else")}
        </a>
      </p>
      {desk.slices.action.next && <NextAction desk={desk} />}
      {session.summary !== null && (
        <div class="closed-published">
          <CopyField
            label={_("The link that phones show")}
            text={new URL(session.summary, address.join_url || location.href).href}
          />
          <button
            type="button"
            class="button button-small button-quiet"
            onClick={() => desk.send({ do: "withdraw_summary" })}
          >
            {_("Take it back")}
          </button>
        </div>
      )}
      <ul class="closed-exports" aria-label={_("Take it with you")}>
        {["md", "csv", "json"].map((format) => (
          <li key={format}>
            <a href={`/${desk.code}/export.${format}`} download>
              {exportWords(format)}
            </a>
          </li>
        ))}
      </ul>
      <div class="closed-reopen">
        <p>{_("Ended by mistake? Undo reopens the session, phones included.")}</p>
        <ActionButton desk={desk} action="undo" icon="undo" label={_("Undo")} />
      </div>
    </div>
  );
}

/** @param {string} format */
function exportWords(format) {
  if (format === "md") return _("As text (Markdown)");
  return format === "csv" ? _("Turns as a table (CSV)") : _("Everything (JSON)");
}
