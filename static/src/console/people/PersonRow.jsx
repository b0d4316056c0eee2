import { useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { formatClock, runningMs } from "../../shared/time/clock.js";
import { _, n_, nameOf } from "../../shared/i18n/i18n.js";
import { NAME_MAX } from "../../shared/limits.js";
import { PersonActions } from "./PersonActions.jsx";
import { Rename } from "../ui/Rename.jsx";
import { may } from "../desk/rights.js";

/**
 * @import {Label} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 * @import {Person} from "./people.js"
 */

/** Somebody in the room. @param {{desk: Desk, person: Person}} props */
export function PersonRow({ desk, person }) {
  const [isOpen, open] = useState(false);
  const [isRenaming, rename] = useState(false);
  const name = nameOf(person.label);
  if (isRenaming) {
    return (
      <li class="person">
        <Rename
          label={_("Name")}
          text={person.label.name}
          maxLength={NAME_MAX}
          close={() => rename(false)}
          save={(text) => desk.send({ do: "rename_person", person: person.person, name: text })}
        />
      </li>
    );
  }
  return (
    <li class={`person${person.out ? " is-out" : ""}`}>
      <b>
        <bdi>{name}</bdi>
      </b>
      <Facts desk={desk} person={person} />
      <button
        type="button"
        class="icon-button more-button"
        aria-expanded={isOpen}
        aria-label={_("More for {name}", { name })}
        onClick={() => open(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {person.same && may(desk.slices, "merge_people") && <SameName desk={desk} guest={person.person} same={person.same} />}
      {isOpen && <PersonActions desk={desk} person={person} rename={() => rename(true)} />}
    </li>
  );
}

/** What is known of somebody in a line; how often and how long they have talked, too. @param {{desk: Desk, person: Person}} props */
function Facts({ desk, person }) {
  const { clock, session } = desk.slices;
  const hasTalk = session.state !== "lobby" && !person.forgotten;
  const facts = [person.group, ...stateWords(person), hasTalk && talkWords(person, runningMs(clock))].filter(Boolean);
  return (
    <small>
      {facts.map((fact, at) => (
        <bdi key={at}>{fact}</bdi>
      ))}
    </small>
  );
}

/** @param {Person} person @param {number} runMs @returns {string} */
function talkWords({ turns, talk_ms, since_run_ms, read }, runMs) {
  if (!turns) return read ? _("read aloud") : _("not heard yet");
  const ms = talk_ms + (since_run_ms === null ? 0 : Math.max(0, runMs - since_run_ms));
  return `${n_("{n} turn", "{n} turns", turns)}, ${formatClock(ms)}`;
}

/**
 * Asks whether somebody without a phone is the person with a phone of the same name.
 * @param {{desk: Desk, guest: number, same: Label}} props
 */
function SameName({ desk, guest, same }) {
  const name = nameOf(same);
  return (
    <p class="person-same hint">
      {_("{name} is here with a phone. The same person?", { name })}{" "}
      <button
        type="button"
        class="button button-small"
        onClick={() => desk.send({ do: "merge_people", guest, person: same.id })}
      >
        {_("Yes, one person")}
      </button>
    </p>
  );
}

/** @param {Person} person @returns {string[]} */
function stateWords({ out, at_door: atDoor, forgotten, seated, waiting, phone, hidden, volunteer }) {
  if (forgotten) return [_("forgotten")];
  if (out) return [_("sent out")];
  if (atDoor) return [atDoor === "waits" ? _("waits at the door") : _("sent back to the door")];
  const words = [];
  if (hidden) words.push(_("name hidden"));
  if (seated) words.push(_("in the bowl"));
  if (waiting) words.push(_("waits"));
  if (volunteer) words.push(_("stands ready"));
  if (!phone) words.push(_("no phone"));
  return words;
}
