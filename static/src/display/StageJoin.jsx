import { spoken } from "../shared/method/join-code.js";
import { _, fill } from "../shared/i18n/i18n.js";
import { Address, JoinQr, site } from "./Join.jsx";

/**
 * @import {RunSlice, SessionSlice, WallSlice} from "../wire"
 */

const ADDRESS_MOST = 20; // letters beside the QR; a longer address goes without the code, which stands below

/**
 * How to get in while the talk is on, larger where few wait; and what the room is told when nobody does.
 *
 * @param {{session: SessionSlice, wall: WallSlice, run: RunSlice, large: boolean, nobody: boolean, open: boolean}} props
 */
export function StageJoin({ session, wall, run, large, nobody, open }) {
  const text = wall.join_text.length > ADDRESS_MOST ? site(wall) : wall.join_text;
  const address = <Address>{text}</Address>;
  const isClosed = run.queue_closed; // who is not in the queue by now writes the point down
  return (
    <div class={large ? "stage-join is-large" : "stage-join"}>
      {nobody && !isClosed && <Nobody open={open} invited={wall.invited} />}
      <JoinQr session={session} wall={wall} />
      <p class="join-line">
        {session.door_locked
          ? [_("The door is closed just now."), address]
          : fill(isClosed ? _("Scan, or {address}") : _("Want the chair? Scan, or {address}"), { address })}
        <span class="stage-code">
          {fill(_("Code {code}"), { code: <b>{spoken(session.code)}</b> })}
        </span>
      </p>
    </div>
  );
}

/** Nobody waits: the room may hear that it is asked. @param {{open: boolean, invited: boolean}} props */
function Nobody({ open, invited }) {
  if (open && invited) {
    return (
      <p class="stage-nobody stage-invited">
        <b>{_("This chair is waiting for a voice.")}</b>
        {_("Ask for it on your phone, or just walk up.")}
      </p>
    );
  }
  return (
    <p class="stage-nobody">
      {open ? _("Nobody is waiting. The chair is yours.") : _("Nobody is waiting.")}
    </p>
  );
}
