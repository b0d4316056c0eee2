import { _, fill, n_ } from "../shared/i18n/i18n.js";
import { Address, JoinCode, JoinQr, site } from "./Join.jsx";
import { Question } from "./Question.jsx";
import { Wall } from "./Wall.jsx";
import { StepNumber, WifiWay } from "./Wifi.jsx";

/** The QR over the whole wall; with a Wi-Fi, two of them. @param {import("./Display.jsx").Shown} props */
export function JoinWall(props) {
  const { session, wall, wifi, here } = props;
  if (wifi.network) return <TwoSteps {...props} />;
  return (
    <Wall screen="join" event={session.event}>
      <div class="join-words">
        <Question>{session.question}</Question>
        <HowToJoin {...props} />
        {here !== null && <p class="join-here">{n_("{n} here", "{n} here", here)}</p>}
      </div>
      <JoinQr session={session} wall={wall} />
    </Wall>
  );
}

/** @param {import("./Display.jsx").Shown} props */
function TwoSteps(props) {
  const { session, wall, wifi } = props;
  return (
    <Wall screen="join" event={session.event}>
      <h1 class="visually-hidden">{session.question}</h1>
      <div class="join-ways">
        <WifiWay session={session} wifi={wifi} />
        <div class="wifi-way">
          <JoinQr session={session} wall={wall} />
          <div>
            <span class="way-step">
              <StepNumber no={2} />
              {_("Open the session")}
            </span>
            <HowToJoin {...props} />
          </div>
        </div>
      </div>
    </Wall>
  );
}

/** The address and the code, for who has no camera. @param {import("./Display.jsx").Shown} props */
export function HowToJoin({ session, wall }) {
  const address = <Address>{site(wall)}</Address>;
  const code = <JoinCode code={session.code} />;
  return (
    <p class="join-how">
      {session.door_locked
        ? [_("The door is closed just now."), address, code]
        : fill(_("Scan, or go to {address} and type {code}"), { address, code })}
    </p>
  );
}
