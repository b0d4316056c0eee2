import { formatMinutes, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, listed, nameOf } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { nextInLine } from "../desk/actions.js";
import { balanceOf, markWords } from "../floor/balance.js";
import { spokeWords } from "../desk/words.js";

/**
 * @import {ChairView, ConsoleSlices, Label} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** The picked chair: who is on it, and everything that can be done about it. @param {{desk: Desk, chair: ChairView}} props */
export function PickedChair({ desk, chair }) {
  useNow();
  const { person } = chair;
  const label = person
    ? _("Chair {chair}, {name}", { chair: chair.no, name: nameOf(person) })
    : _("Chair {chair}, free", { chair: chair.no });
  return (
    <div
      class={`seat-bar is-picked${isOver(desk.slices, chair) ? " is-over" : ""}`}
      role="group"
      aria-label={label}
    >
      <span class="seat-bar-chair" aria-hidden="true">
        {chair.no}
      </span>
      <p class="seat-bar-person">
        <b>{person ? <bdi>{nameOf(person)}</bdi> : _("This chair is free")}</b>
        <span>{stateWords(desk.slices, chair)}</span>
        {chair.turn && person && desk.slices.clock.state !== "lobby" && <span>{talkWords(desk.slices, person.id)}</span>}
      </p>
      {chair.turn ? <Seated desk={desk} chair={chair} /> : <Free desk={desk} chair={chair} />}
      <div class="seat-bar-more">
        <ActionButton
          desk={desk}
          action="kind"
          quiet
          label={kindLabel(chair)}
          pressed={chair.kind !== "speaker"}
        />
        {person && <About desk={desk} person={person} canMove={chair.turn !== null} />}
      </div>
    </div>
  );
}

/** @param {{desk: Desk, chair: ChairView}} props */
function Seated({ desk, chair }) {
  return (
    <div class="seat-bar-actions">
      <ActionButton
        desk={desk}
        action="speaking"
        icon="speaking"
        label={_("Speaking")}
        pressed={chair.state === "speaking"}
      />
      <ActionButton desk={desk} action="nudge" icon="bell" label={_("Nudge")} />
      <ActionButton desk={desk} action="swap" icon="swap" label={_("Swap")} />
      <ActionButton desk={desk} action="free" icon="seat" label={_("Free")} />
    </div>
  );
}

/** @param {{desk: Desk, chair: ChairView}} props */
function Free({ desk, chair }) {
  const waiting = nextInLine(desk.slices);
  const call = desk.slices.queue.calls.find((one) => one.chair === chair.no);
  if (call) return <OnTheWay desk={desk} />;
  return (
    <div class="seat-bar-actions">
      {waiting && (
        <ActionButton
          desk={desk}
          action="swap"
          icon="swap"
          label={_("For {name}", { name: nameOf(waiting.person) })}
        />
      )}
      <ActionButton desk={desk} action="walk_up" icon="seat" label={_("Walk-up")} />
    </div>
  );
}

/** The chair is held: what can become of the call. @param {{desk: Desk}} props */
function OnTheWay({ desk }) {
  return (
    <div class="seat-bar-actions">
      <ActionButton desk={desk} action="speaking" icon="seat" label={_("Seated")} />
      <ActionButton desk={desk} action="free" quiet label={_("Cancel call")} />
    </div>
  );
}

/** @param {{desk: Desk, person: Label, canMove: boolean}} props */
function About({ desk, person, canMove }) {
  const isArmed = desk.armed === `send_out ${person.id}`;
  return (
    <>
      {canMove && <ActionButton desk={desk} action="move" quiet label={_("Move")} />}
      <ActionButton desk={desk} action="rename" quiet label={_("Rename")} />
      <ActionButton desk={desk} action="hide" quiet label={person.name ? _("Hide name") : _("Show name")} />
      <ActionButton
        desk={desk}
        action="send_out"
        quiet={!isArmed}
        label={isArmed ? _("Sure? Press again") : _("Send out")}
      />
    </>
  );
}

/** For whom the chair is kept; short, so that the bar stays as high as it is. @param {ChairView} chair */
function kindLabel({ kind }) {
  if (kind === "host") return _("Host");
  return kind === "guest" ? _("Guest") : _("Keep");
}

/** @param {ConsoleSlices} slices @param {number} person */
function talkWords(slices, person) {
  const { spoken, mark } = balanceOf(slices, person);
  const words = spoken.turns > 0 ? spokeWords(spoken) : "";
  return listed([words, mark && markWords(mark)]);
}

/** @param {ConsoleSlices} slices @param {ChairView} chair */
function isOver({ session, clock }, chair) {
  if (chair.kind !== "speaker") return false;
  return chair.began_run_ms !== null && runningMs(clock) - chair.began_run_ms > session.seat_limit_ms;
}

/** @param {ConsoleSlices} slices @param {ChairView} chair */
function stateWords({ clock }, chair) {
  if (chair.state === "held") return _("on the way here");
  if (chair.closing) return _("closes when left");
  if (!chair.turn) return _("chair {chair}", { chair: chair.no });
  if (chair.offered) return _("offers to make room");
  if (chair.asked) return _("asked to make room");
  if (chair.began_run_ms === null || clock.state === "lobby") return _("seated");
  return _("seated {minutes}", { minutes: formatMinutes(runningMs(clock) - chair.began_run_ms) });
}
