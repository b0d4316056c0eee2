import { exportsOf } from "../../shared/method/attribution.js";
import { _ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { ClosedTopics } from "./ClosedTopics.jsx";
import { CopyField } from "../ui/CopyField.jsx";
import { JustNow } from "../log/JustNow.jsx";
import { LookingBack } from "./LookingBack.jsx";
import { OpenItems } from "./OpenItems.jsx";
import { NoteList } from "../notes/NoteList.jsx";
import { NotesToCheck } from "../notes/NotesToCheck.jsx";
import { NextAction } from "../next/NextAction.jsx";
import { ShowWeb } from "../settings/ShowWeb.jsx";
import { Unseen } from "./Unseen.jsx";
import { useLinks } from "../door/links.js";
import { may } from "../desk/rights.js";

/**
 * @import {Desk} from "../desk/desk.js"
 */

/** After the end, beside the summary: publishing it, taking it along, and reopening. @param {{desk: Desk}} props */
export function Closed({ desk }) {
  const { address, access } = desk.slices;
  const links = useLinks(desk.code, address.join_url, access);
  const isPublished = desk.slices.session.summary !== null;
  return (
    <aside class="rail rail-closed" aria-label={_("After the end")}>
      <h2>{isPublished ? _("The summary is published") : _("The summary is ready")}</h2>
      <Unseen desk={desk} />
      {isPublished ? <Published desk={desk} /> : <NextAction desk={desk} />}
      <div class="closed-pages">
        <a class="button button-small" href={`/${desk.code}/summary/edit`}>
          {_("Edit summary")}
        </a>
        <a class="button button-small" href={`/${desk.code}/summary`} target="_blank" rel="noopener">
          {_("Open as a page")}
        </a>
        {desk.slices.session.attribution !== "chatham_house" && desk.slices.clock.started_at_ms !== null && (
          <a class="button button-small" href={`/${desk.code}/replay`} target="_blank" rel="noopener">
            {_("Replay")}
          </a>
        )}
        {links?.again && (
          <a class="button button-small" href={links.again}>
            {_("Duplicate")}
          </a>
        )}
      </div>
      <ShowWeb desk={desk} />
      <ul class="closed-exports" aria-label={_("Download")}>
        {exportsOf(desk.slices.session.attribution).map((format) => (
          <li key={format}>
            <a href={`/${desk.code}/export.${format}`} download>
              {exportWords(format)}
            </a>
          </li>
        ))}
      </ul>
      <div class="rail-row">
        <ActionButton desk={desk} action="note" icon="note" label={_("Note")} expanded={desk.isNoting} />
      </div>
      <NotesToCheck desk={desk} />
      <NoteList desk={desk} notes={desk.slices.notes.notes} />
      <LookingBack desk={desk} />
      <OpenItems desk={desk} />
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
      <CopyField label={_("Link shown on phones")} text={link} />
      {may(desk.slices, "withdraw_summary") && (
        <button
          type="button"
          class="button button-small button-quiet"
          onClick={() => desk.send({ do: "withdraw_summary" })}
        >
          {_("Unpublish")}
        </button>
      )}
    </div>
  );
}

/** @param {string} format */
function exportWords(format) {
  switch (format) {
    case "html":
      return _("As one page (HTML)");
    case "md":
      return _("As text (Markdown)");
    case "csv":
      return _("Turns as a table (CSV)");
    case "vtt":
      return _("Chapters for a video (WebVTT)");
    case "chapters":
      return _("Chapters as a list");
    case "ics":
      return _("For the calendar (ICS)");
    default:
      return _("Everything (JSON)");
  }
}
