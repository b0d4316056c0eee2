import { useState } from "preact/hooks";
import { spoken } from "../../shared/method/join-code.js";
import { _ } from "../../shared/i18n/i18n.js";
import { ADDRESS_MAX } from "../../shared/limits.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { CopyField } from "../ui/CopyField.jsx";
import { DoorHours } from "./DoorHours.jsx";
import { HandOver } from "./HandOver.jsx";
import { useLinks } from "./links.js";
import { Preparing } from "./Preparing.jsx";
import { WifiForm } from "./WifiForm.jsx";

/**
 * @import {Desk} from "../desk/desk.js"
 */

/** How phones get in: the address in the QR, and the links to hand out. @param {{desk: Desk}} props */
export function GettingIn({ desk }) {
  const { address, session, access } = desk.slices;
  const links = useLinks(desk.code, address.join_url, access);
  return (
    <div class="rail-scroll getting-in" tabIndex={0} role="group" aria-label={_("Addresses and links")}>
      <img
        class="getting-in-qr"
        src={`/${desk.code}/join.svg?${encodeURIComponent(address.join_url)}`}
        alt={_("QR code of {address}", { address: address.join_text })}
        width="160"
        height="160"
      />
      <p class="getting-in-code">
        <b>{spoken(session.code)}</b>
        <bdi dir="ltr">{address.join_text}</bdi>
      </p>
      <Reached desk={desk} />
      <DoorHours desk={desk} />
      <Preparing desk={desk} />
      <ActionButton
        desk={desk}
        action="wall"
        icon="qr"
        label={address.wall === "qr" ? _("Bowl on the wall") : _("QR on the wall")}
        pressed={address.wall === "qr"}
      />
      {desk.hasCommunity && !session.under_18 && (
        <ActionButton
          desk={desk}
          action="known"
          icon="person"
          label={_("Invitation to be known on the wall")}
          pressed={address.wall === "known"}
        />
      )}
      {links && (
        <>
          <fieldset class="addresses">
            <legend>{_("The address in the QR")}</legend>
            {links.addresses.map((one) => (
              <label key={one.url}>
                <input
                  type="radio"
                  name="address"
                  checked={one.url === links.chosen}
                  onChange={() => desk.send({ do: "change_settings", address: one.url })}
                />
                <span>
                  <b>
                    <bdi dir="ltr">{one.text}</bdi>
                  </b>
                  <small>{one.reachable ? one.name : _("this machine only")}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <PublicAddress desk={desk} />
          <WifiForm desk={desk} />
          <p class="rail-row">
            <a class="button button-small" href={`/${desk.code}/sheet`} target="_blank" rel="noopener">
              {_("Join sheet to print")}
            </a>
            <a class="button button-small" href={`/${desk.code}/stage`} target="_blank" rel="noopener">
              {_("Stage monitor")}
            </a>
          </p>
          {links.helpers && <HandOver desk={desk} helpers={links.helpers} />}
          {links.console && (
            <CopyField label={_("Your own link, for a second laptop. Do not share it.")} text={links.console} />
          )}
        </>
      )}
      <p class="rail-row">
        <a class="button button-small button-quiet" href="/signed-in">
          {_("Sign out on this device")}
        </a>
      </p>
    </div>
  );
}

/** Says whether a phone has come in by this address. @param {{desk: Desk}} props */
export function Reached({ desk }) {
  const { reached } = desk.room.signals;
  if (reached) return <p class="reached">{_("Phones reach this address.")}</p>;
  if (reached === null) return <p class="hint">{_("The people are simulated. Your own phone can join here.")}</p>;
  return <p class="reached is-not">{_("No phone has reached this address yet.")}</p>;
}

/** @param {{desk: Desk}} props */
function PublicAddress({ desk }) {
  const [url, setUrl] = useState("");
  return (
    <form
      class="public-address"
      onSubmit={(event) => {
        event.preventDefault();
        if (!url.trim()) return;
        desk.send({ do: "change_settings", address: url.trim() });
        setUrl("");
      }}
    >
      <label for="public-address">{_("Another address, for example of a tunnel")}</label>
      <div class="rail-row">
        <input
          id="public-address"
          class="field-input"
          inputMode="url"
          dir="ltr"
          autocomplete="off"
          maxLength={ADDRESS_MAX}
          placeholder="https://…"
          value={url}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
        <button type="submit" class="button button-small">
          {_("Use it")}
        </button>
      </div>
    </form>
  );
}
