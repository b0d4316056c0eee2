import { useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { CopyField } from "../ui/CopyField.jsx";
import { roleWords } from "../desk/rights.js";

/**
 * @import {HelperRole} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** In the order in which one needs them. @type {[HelperRole, () => string][]} */
const HELPERS = [
  ["co_facilitator", () => _("Runs the bowl with you. Only you can start, end and publish.")],
  ["note_taker", () => _("Looks after topics and notes; chairs and queue stay with you.")],
  ["runner", () => _("A page for the phone: who comes next, and where they sit.")],
  ["stage_monitor", () => _("A calm screen for those on the chairs: own time, who is next, who makes room.")],
];

/** Links by which others help; each can be taken back. @param {{desk: Desk, helpers: Record<HelperRole, string>}} props */
export function HandOver({ desk, helpers }) {
  return (
    <section class="hand-over" aria-labelledby="hand-over-title">
      <h3 id="hand-over-title">{_("Helpers")}</h3>
      <p class="hint">{_("Anybody with one of these links can help you, until you revoke it.")}</p>
      {HELPERS.map(([role, words]) => (
        <Helper key={role} desk={desk} role={role} link={helpers[role]} words={words()} />
      ))}
    </section>
  );
}

/** @param {{desk: Desk, role: HelperRole, link: string, words: string}} props */
function Helper({ desk, role, link, words }) {
  const [showsQr, showQr] = useState(false);
  const name = roleWords(role);
  const what = `revoke_links ${role}`;
  const here = desk.room.signals.helpers[role] ?? 0;
  const generation = desk.slices.access[role];
  return (
    <div class="helper" role="group" aria-label={name}>
      <CopyField label={name} text={link} />
      <p class="hint">
        {words} {here > 0 && <b>{n_("One is here.", "{n} are here.", here)}</b>}
      </p>
      {showsQr && (
        <img
          class="getting-in-qr"
          src={`/${desk.code}/handover/${role}.svg?${generation}`}
          alt={_("QR code of the link: {role}", { role: name })}
          width="160"
          height="160"
        />
      )}
      <div class="rail-row">
        <button
          type="button"
          class="button button-small"
          aria-expanded={showsQr}
          aria-label={_("QR to scan: {role}", { role: name })}
          onClick={() => showQr(!showsQr)}
        >
          <Icon name="qr" />
          {_("QR to scan")}
        </button>
        <button
          type="button"
          class="button button-small button-quiet"
          aria-label={
            desk.armed === what
              ? _("Sure? Press again to revoke the links: {role}", { role: name })
              : _("Revoke the links: {role}", { role: name })
          }
          onClick={() => desk.arm(what) && desk.send({ do: "revoke_links", role })}
        >
          {desk.armed === what ? _("Sure? Press again") : _("Revoke")}
        </button>
      </div>
    </div>
  );
}
