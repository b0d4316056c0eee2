import { HowToJoin } from "./JoinWall.jsx";
import { JoinQr } from "./Join.jsx";
import { Wall } from "./Wall.jsx";
import { _ } from "../shared/i18n/i18n.js";

/**
 * Two codes, each under its own heading: the session's, and the one that invites people to be known
 * next time.
 *
 * @param {import("./Display.jsx").Shown} props
 */
export function KnownWall(props) {
  const { session, wall } = props;
  return (
    <Wall screen="join" event={session.event}>
      <h1 class="visually-hidden">{session.question}</h1>
      <div class="join-ways known-ways">
        <div class="wifi-way">
          <h2 class="way-step">{_("Would you like to be known next time?")}</h2>
          <img class="qr" src={`/${session.code}/known.svg`} alt={_("QR code: be known next time")} />
          <p>{_("Scan this. Your name is enough, and you leave whenever you like.")}</p>
        </div>
        <div class="wifi-way">
          <h2 class="way-step">{_("Come in to this session")}</h2>
          <JoinQr session={session} wall={wall} />
          <HowToJoin {...props} />
        </div>
      </div>
    </Wall>
  );
}
