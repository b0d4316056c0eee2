/** A hidden name that is changed stays hidden: without a word it would look as if nothing happened. */

import { _, nameOf } from "../lib/i18n.js";
import { may } from "./rights.js";

/**
 * Say why a new name does not show, once the room tells of it, where the name is hidden.
 * @param {import("./desk.js").Desk} desk
 * @param {number} seq the change of name, as it was acknowledged
 */
export function sayIfHidden(desk, seq) {
  const look = () => {
    const { lines } = desk.slices.log;
    if ((lines[0]?.seq ?? 0) < seq) return;
    stop();
    const person = lines.find((line) => line.seq === seq)?.person;
    if (person && !person.name) say(desk, person);
  };
  const stop = desk.room.subscribe(look);
  look();
}

/** @param {import("./desk.js").Desk} desk @param {import("../wire").Label} person */
function say(desk, person) {
  const show = () => {
    desk.set({ notice: null });
    desk.send({ do: "show_name", person: person.id });
  };
  const ways = may(desk.slices, "show_name") ? [{ label: _("Show name"), run: show }] : [];
  desk.say(_("The name of {name} is hidden. The new one is kept, and shows once you show it.", { name: nameOf(person) }), ways);
}
