import { _ } from "../lib/i18n.js";
import { ActionButton } from "./ActionButton.jsx";
import { ClosedTopics } from "./ClosedTopics.jsx";
import { CopyField } from "./CopyField.jsx";
import { JustNow } from "./JustNow.jsx";
import { NextAction } from "./NextAction.jsx";
import { useLinks } from "./links.js";
import { may } from "./rights.js";

/**
 * @import {Desk} from "./desk.js"
 */

/** After the end, beside the summary: publishing it, taking it along, and reopening. @param {{desk: Desk}} props */
export function Closed({ desk }) {
  const { address, access } = desk.slices;
  const links = useLinks(desk.code, address.join_url, access);
  const isPublished = desk.slices.session.summary !== null;
  return (
    <aside class="rail rail-closed" aria-label={_("After the end")}>
      <h2>{isPublished ? _("The summary is published") : _("The summary is ready")}</h2>
      {isPublished ? <Published desk={desk} /> : <NextAction desk={desk} />}
      <a class="button button-small" href={`/${desk.code}/summary`} target="_blank" rel="noopener">
        {_("Open it as a page")}
      </a>
      <ul class="closed-exports" aria-label={_("Take it with you")}>
        {["md", "csv", "json"].map((format) => (
          <li key={format}>
            <a href={`/${desk.code}/export.${format}`} download>
              {exportWords(format)}
            </a>
          </li>
        ))}
      </ul>
      {links?.again && (
        <a class="button button-small button-quiet" href={links.again}>
          {_("Another one like it")}
        </a>
      )}
      {may(desk.slices, "close_session") && (
        <div class="closed-reopen">
          <p>{_("Ended by mistake? Undo reopens the session, phones included.")}</p>
          <ActionButton desk={desk} action="undo" icon="undo" label={_("Undo")} />
        </div>
      )}
      <ClosedTopics desk={desk} />
      <JustNow desk={desk} />
    </aside>
  );
}

/** @param {{desk: Desk}} props */
function Published({ desk }) {
  const { session, address } = desk.slices;
  const link = new URL(session.summary ?? "", address.join_url || location.href).href;
  return (
    <div class="closed-published">
      <CopyField label={_("The link that phones show")} text={link} />
      {may(desk.slices, "withdraw_summary") && (
        <button
          type="button"
          class="button button-small button-quiet"
          onClick={() => desk.send({ do: "withdraw_summary" })}
        >
          {_("Take it back")}
        </button>
      )}
    </div>
  );
}

/** @param {string} format */
function exportWords(format) {
  if (format === "md") return _("As text (Markdown)");
  return format === "csv" ? _("Turns as a table (CSV)") : _("Everything (JSON)");
}
