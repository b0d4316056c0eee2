import { spoken } from "../lib/codes.js";
import { _, n_ } from "../lib/i18n.js";
import { Address, JoinQr, site } from "./Join.jsx";
import { Question } from "./Question.jsx";
import { Wall } from "./Wall.jsx";

/** The QR over the whole wall. @param {import("../wire").DisplaySlices & {here: number}} props */
export function JoinWall({ session, wall, here }) {
  return (
    <Wall screen="join" event={session.event}>
      <div class="join-words">
        <Question>{session.question}</Question>
        <p class="join-how">
          {session.door_locked ? _("The door is closed just now.") : _("Scan, or go to")}
          <Address>{site(wall)}</Address>
          {_("and type")}
          <b class="join-code">{spoken(session.code)}</b>
        </p>
        <p class="join-here">{n_("{n} here", "{n} here", here)}</p>
      </div>
      <JoinQr session={session} wall={wall} />
    </Wall>
  );
}
