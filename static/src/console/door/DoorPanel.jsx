import { useState } from "preact/hooks";
import { formatTime } from "../../shared/time/hours.js";
import { _, listed, n_, nameOf } from "../../shared/i18n/i18n.js";
import { EXPECTED_MAX } from "../../shared/limits.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { useArrivals } from "./arrivals.js";

/**
 * @import {ArrivalGroup, WaitingRoom} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** Who waits at the door, when people wait there, and the way out for a flood. @param {{desk: Desk}} props */
export function DoorPanel({ desk }) {
  return (
    <div class="rail-scroll" tabIndex={0} role="group" aria-label={_("At the door")}>
      <Waiting desk={desk} />
      <WhenToWait desk={desk} />
      <Flood desk={desk} />
    </div>
  );
}

/** @param {{desk: Desk}} props */
function Waiting({ desk }) {
  const { door } = desk.slices;
  if (!door.waiting) {
    return (
      <p class="hint">
        {door.is_open ? _("Nobody is waiting. New people wait here until you let them in.") : _("Nobody is waiting. New people come straight in.")}
      </p>
    );
  }
  return (
    <section aria-label={_("Waiting")}>
      <div class="rail-row">
        <ActionButton
          desk={desk}
          action="admit"
          label={n_("Let one person in", "Let all {n} in", door.waiting)}
        />
      </div>
      <ul class="door-groups">
        {door.groups.map((group, index) => (
          <li key={group.since}>
            <GroupWords group={group} />
            <div class="rail-row">
              <button
                type="button"
                class="button button-small"
                onClick={() => desk.send({ do: "admit_people", since: group.since, up_to: group.up_to })}
              >
                {_("Let in")}
              </button>
              {index > 0 && index < door.groups.length - 1 && (
                <button
                  type="button"
                  class="button button-small"
                  onClick={() => desk.send({ do: "admit_people", since: group.since, up_to: door.up_to })}
                >
                  {_("Let in all since {time}", { time: formatTime(group.from_ms) })}
                </button>
              )}
              <SendBack desk={desk} group={group} upTo={group.up_to} waitingOnly label={_("Send away")} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The minute, how many came in it, and the first of their names. @param {{group: ArrivalGroup}} props */
function GroupWords({ group }) {
  const names = group.people.map((person) => nameOf(person));
  const more = group.count - names.length;
  return (
    <p class="door-group">
      <b>{formatTime(group.from_ms)}</b> {n_("{n} person", "{n} people", group.count)}
      <bdi class="hint">
        {listed(more > 0 ? [...names, n_("{n} more", "{n} more", more)] : names)}
      </bdi>
    </p>
  );
}

/** Two presses: it concerns many. @param {{desk: Desk, group: ArrivalGroup, upTo: number, waitingOnly?: boolean, label: string}} props */
function SendBack({ desk, group, upTo, waitingOnly = false, label }) {
  const what = `send back ${group.since} ${upTo} ${waitingOnly}`;
  const isArmed = desk.armed === what;
  return (
    <button
      type="button"
      class={`button button-small button-quiet${isArmed ? " is-armed" : ""}`}
      onClick={() => {
        if (!desk.arm(what)) return;
        desk.send({ do: "remove_people", since: group.since, up_to: upTo, waiting_only: waitingOnly });
      }}
    >
      {isArmed ? _("Press again") : label}
    </button>
  );
}

/** @type {[WaitingRoom, boolean | null, () => string][]} */
const WAYS = [
  ["size", null, () => _("Above a number")],
  ["open", true, () => _("Always")],
  ["closed", false, () => _("Never")],
];

/** When new people wait: by the size, or as it is said here. @param {{desk: Desk}} props */
function WhenToWait({ desk }) {
  const { door } = desk.slices;
  const [typed, setTyped] = useState(String(door.expected || ""));
  const expected = typed.trim() ? Number(typed) : 0;
  const isNumber = Number.isInteger(expected) && expected >= 0 && expected <= EXPECTED_MAX;
  return (
    <section class="settings" aria-label={_("When new people wait")}>
      <h3>{_("When do new people wait at the door?")}</h3>
      <div class="rail-row" role="group">
        {WAYS.map(([way, open, words]) => (
          <button
            key={way}
            type="button"
            class="button button-small"
            aria-pressed={door.waiting_room === way}
            onClick={() => desk.send({ do: "set_waiting_room", open })}
          >
            {words()}
          </button>
        ))}
      </div>
      <p class="hint">{whenWords(door)}</p>
      <form
        class="rail-row"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          if (isNumber) desk.send({ do: "change_settings", expected_people: expected });
        }}
      >
        <label for="door-expected">{_("People expected")}</label>
        <input
          id="door-expected"
          class="part-minutes"
          type="number"
          inputMode="numeric"
          min={0}
          max={EXPECTED_MAX}
          value={typed}
          onInput={(change) => setTyped(change.currentTarget.value)}
        />
        <button type="submit" class="button button-small" disabled={!isNumber || expected === door.expected}>
          {_("Save")}
        </button>
      </form>
    </section>
  );
}

/** @param {import("../../wire").DoorSlice} door */
function whenWords({ waiting_room: way, expected, opens_at: most }) {
  if (way === "open") return _("New people wait until you let them in.");
  if (way === "closed") return _("Everybody comes straight in, however many there are.");
  return expected
    ? _("From {n} people on: 1.5 times the number you expect.", { n: most })
    : _("You have not said how many people you expect, so nobody waits.");
}

/** Made-up people among the others: everybody who came in those minutes goes back to the door. @param {{desk: Desk}} props */
function Flood({ desk }) {
  const [isOpen, open] = useState(false);
  const groups = useArrivals(desk.code, [desk.slices.figures, desk.slices.door], isOpen);
  const last = groups?.[0]?.up_to ?? 0;
  return (
    <section class="settings" aria-label={_("Uninvited people")}>
      <h3>{_("Are uninvited people in the session?")}</h3>
      <button type="button" class="button button-small" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {_("Show arrival times")}
      </button>
      {isOpen && (
        <>
          <p class="hint">
            {_("People you send back wait at the door and can ask to come in again. Whoever has sat in the bowl stays. From then on, new people wait. {key} undoes all of it.", { key: "U" })}
          </p>
          {groups?.length === 0 && <p class="hint">{_("Nobody has joined by phone.")}</p>}
          <ul class="door-groups">
            {groups?.map((group, index) => (
              <li key={group.since}>
                <GroupWords group={group} />
                <div class="rail-row">
                  <SendBack
                    desk={desk}
                    group={group}
                    upTo={last}
                    label={_("Send back all since {time}", { time: formatTime(group.from_ms) })}
                  />
                  {index > 0 && <SendBack desk={desk} group={group} upTo={group.up_to} label={_("Only this group")} />}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
