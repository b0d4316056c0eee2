import { useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { NETWORK_MAX, PASSWORD_MAX } from "../../shared/limits.js";
import { may } from "../desk/rights.js";

/**
 * @import {WifiSecurity, WifiSlice} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** @type {[WifiSecurity, () => string][]} */
const KINDS = [
  ["wpa", () => _("With a password (WPA)")],
  ["open", () => _("Open to everybody")],
  ["wep", () => _("With a password (WEP, old)")],
];

/** The Wi-Fi that the wall tells of, beside the way into the session. @param {{desk: Desk}} props */
export function WifiForm({ desk }) {
  const { wifi } = desk.slices;
  if (!may(desk.slices, "set_wifi")) return null;
  return <Form key={wifi.set_seq} desk={desk} wifi={wifi} />;
}

/** @param {{desk: Desk, wifi: WifiSlice}} props */
function Form({ desk, wifi }) {
  const [network, setNetwork] = useState(wifi.network);
  const [password, setPassword] = useState(wifi.password);
  const [security, setSecurity] = useState(wifi.security);
  const [hidden, setHidden] = useState(wifi.hidden);
  const isNew =
    network !== wifi.network ||
    password !== wifi.password ||
    security !== wifi.security ||
    hidden !== wifi.hidden;
  return (
    <form
      class="wifi-form"
      aria-label={_("The room’s Wi-Fi")}
      onSubmit={(event) => {
        event.preventDefault();
        desk.send({ do: "set_wifi", network, password: security === "open" ? "" : password, security, hidden });
      }}
    >
      <h3>{_("The room’s Wi-Fi")}</h3>
      <p class="hint">{_("The wall shows it with a QR of its own: 1 the Wi-Fi, 2 the session.")}</p>
      <label for="wifi-network">{_("Name")}</label>
      <input
        id="wifi-network"
        class="field-input"
        maxLength={NETWORK_MAX}
        autocomplete="off"
        spellcheck={false}
        value={network}
        onInput={(event) => setNetwork(event.currentTarget.value)}
      />
      <select
        class="field-input"
        aria-label={_("Kind of Wi-Fi")}
        value={security}
        onChange={(event) => setSecurity(/** @type {WifiSecurity} */ (event.currentTarget.value))}
      >
        {KINDS.map(([kind, label]) => (
          <option key={kind} value={kind}>
            {label()}
          </option>
        ))}
      </select>
      {security !== "open" && (
        <>
          <label for="wifi-password">{_("Password")}</label>
          <input
            id="wifi-password"
            class="field-input"
            maxLength={PASSWORD_MAX}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      <label class="wifi-hidden">
        <input type="checkbox" checked={hidden} onChange={() => setHidden(!hidden)} />
        {_("This Wi-Fi hides its name")}
      </label>
      <div class="rail-row">
        <button type="submit" class="button button-small" disabled={!isNew}>
          {_("Show it on the wall")}
        </button>
        {wifi.network && (
          <button
            type="button"
            class="button button-small button-quiet"
            onClick={() => desk.send({ do: "set_wifi", network: "" })}
          >
            {_("Take it off")}
          </button>
        )}
      </div>
    </form>
  );
}
