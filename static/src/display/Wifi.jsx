import { _ } from "../shared/i18n/i18n.js";

/**
 * @import {SessionSlice, WifiSlice} from "../wire"
 */

/** One QR cannot do both, so the two steps are numbered. @param {{no: 1 | 2}} props */
export function StepNumber({ no }) {
  return <b class="way-number">{no}</b>;
}

/** The first step: the Wi-Fi, as a QR and in words. @param {{session: SessionSlice, wifi: WifiSlice}} props */
export function WifiWay({ session, wifi }) {
  const { network, password, security } = wifi;
  return (
    <div class="wifi-way">
      <img
        class="qr"
        src={`/${session.code}/wifi.svg?no=${wifi.set_seq}`}
        alt={_("QR code: the Wi-Fi {network}", { network })}
      />
      <p>
        <span class="way-step">
          <StepNumber no={1} />
          {_("Join the Wi-Fi")}
        </span>
        <bdi class="wifi-words" data-long={network.length > LONG || undefined}>
          {network}
        </bdi>
        {security === "open" ? (
          <span>{_("No password is needed.")}</span>
        ) : (
          <>
            <span>{_("Password")}</span>
            <bdi class="wifi-words" data-long={password.length > LONG || undefined}>
              {password}
            </bdi>
          </>
        )}
      </p>
    </div>
  );
}

const LONG = 20; // letters that stand in one line
