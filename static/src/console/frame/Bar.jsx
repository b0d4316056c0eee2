import { Brand } from "../../shared/ui/Brand.jsx";
import { Icon } from "../../shared/ui/Icon.jsx";
import { isBreak } from "../../shared/time/break.js";
import { spoken } from "../../shared/method/join-code.js";
import { _ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { KeyCap } from "../keyboard/KeyCap.jsx";
import { shortcutOf, signOf } from "../keyboard/key-lookup.js";
import { mayPress, roleWords } from "../desk/rights.js";
import { TimeLeft } from "../run/TimeLeft.jsx";

/** The top of the console: what, where, who is here, and the clock. @param {{desk: import("../desk/desk.js").Desk}} props */
export function Bar({ desk }) {
  const { session, clock, you } = desk.slices;
  const { here, live, reached } = desk.room.signals;
  const isPaused = clock.state === "paused";
  const runs = clock.state === "running" || isPaused;
  return (
    <header class="bar">
      <Brand />
      <div class="bar-what">
        <h1 class="bar-question" dir="auto" title={session.question}>
          {session.question}
        </h1>
        {session.event && <bdi class="bar-event">{session.event}</bdi>}
      </div>
      <span class="bar-gap" />
      {session.recording && <span class="bar-fact bar-recording">{_("Being recorded")}</span>}
      {you.role !== "facilitator" && <span class="bar-role">{roleWords(you.role)}</span>}
      <BarToggle desk={desk} action="getting_in" panel="getting_in" icon="link" mark={reached === false}>
        <b>{spoken(session.code)}</b>
      </BarToggle>
      <BarToggle desk={desk} action="people" panel="people" icon="people">
        <b>{here}</b> {_("here")}
      </BarToggle>
      <span class="bar-fact" title={_("Phones connected now")}>
        <Icon name="signal" />
        <b>{live}</b> {_("live")}
      </span>
      {clock.state !== "closed" && (
        <ActionButton
          desk={desk}
          action="lock"
          icon={session.door_locked ? "lock" : "unlock"}
          iconOnly={session.door_locked ? "narrow" : "always"}
          label={session.door_locked ? _("Door locked") : _("Lock the door")}
          pressed={session.door_locked}
        />
      )}
      <ActionButton desk={desk} action="display" icon="display" iconOnly="narrow" label={_("Open the wall")} />
      {runs && (
        <ActionButton
          desk={desk}
          action="pause"
          icon={isPaused ? "play" : "pause"}
          iconOnly="narrow"
          label={isPaused ? _("Resume") : _("Pause")}
        />
      )}
      {runs && <ActionButton desk={desk} action="break" icon="cup" iconOnly="always" label={_("Break")} pressed={isBreak(clock)} />}
      {clock.state !== "closed" && (
        <ActionButton
          desk={desk}
          action="rules"
          icon="seat"
          iconOnly="always"
          quiet
          label={_("Rules of the bowl")}
          expanded={desk.panel === "rules"}
        />
      )}
      <ActionButton
        desk={desk}
        action="settings"
        icon="settings"
        iconOnly="always"
        quiet
        label={_("Settings")}
        expanded={desk.panel === "settings"}
      />
      <ActionButton
        desk={desk}
        action="keys"
        icon="keys"
        iconOnly="always"
        quiet
        label={_("All keys")}
        expanded={desk.panel === "keys"}
      />
      <TimeLeft clock={clock} run={desk.slices.run} />
    </header>
  );
}

/** @param {{desk: import("../desk/desk.js").Desk, action: import("../keyboard/key-table.js").Action, panel: import("../desk/desk.js").Panel, icon: import("../../shared/ui/Icon.jsx").IconName, mark?: boolean, children: import("preact").ComponentChildren}} props */
function BarToggle({ desk, action, panel, icon, mark, children }) {
  if (!mayPress(desk, action)) return null;
  return (
    <button
      type="button"
      class={`bar-fact bar-toggle${mark ? " is-unreached" : ""}`}
      aria-expanded={desk.panel === panel}
      aria-keyshortcuts={shortcutOf(action)}
      onClick={() => desk.perform(action)}
    >
      <Icon name={icon} />
      {children}
      <KeyCap sign={signOf(action)} extra />
    </button>
  );
}
