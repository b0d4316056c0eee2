/** What the console says of its own accord once a command is done: what one would not see, or may regret. */

import { _, nameOf } from "../../shared/i18n/i18n.js";
import { signOf } from "../keyboard/key-lookup.js";
import { logWords } from "../log/log-lines.js";
import { may } from "./rights.js";

/**
 * @import {CommandBody, LogLine} from "../../wire"
 * @import {Desk} from "./desk.js"
 */

/** How long a part that was begun, or a list that was brought in, by a slip can be taken back with the large button. */
const REGRET_MS = 8_000;

/** @type {Partial<Record<CommandBody["do"], (desk: Desk, line: LogLine) => void>>} */
const FOLLOW_UPS = { rename_person: sayWhyHidden, begin_phase: offerUndo, add_people: offerUndo };

/**
 * Say what is to be said of a command that was done here, once the room tells of it.
 * @param {Desk} desk
 * @param {CommandBody} command
 * @param {number} seq as it was acknowledged
 */
export function followUp(desk, command, seq) {
  const say = FOLLOW_UPS[command.do];
  if (!say) return;
  const look = () => {
    const { lines } = desk.slices.log;
    if ((lines[0]?.seq ?? 0) < seq) return;
    stop();
    const line = lines.find((one) => one.seq === seq);
    if (line) say(desk, line);
  };
  const stop = desk.room.subscribe(look);
  look();
}

/** Without a word it would look as if nothing had happened. @param {Desk} desk @param {LogLine} line */
function sayWhyHidden(desk, { person }) {
  if (!person || person.name) return;
  const show = () => {
    desk.set({ notice: null });
    desk.send({ do: "show_name", person: person.id });
  };
  const ways = may(desk.slices, "show_name") ? [{ label: _("Show name"), run: show }] : [];
  desk.say(_("The name of {name} is hidden. The new one is kept, and shows once you show it.", { name: nameOf(person) }), ways);
}

/** The next part is one press, and so is a list: they are as easily taken back. @param {Desk} desk @param {LogLine} line */
function offerUndo(desk, line) {
  const { undo } = line;
  if (undo === null) return;
  const takeBack = () => desk.send({ do: "undo_action", action: undo });
  const ways = [{ label: _("Undo"), sign: signOf("undo"), run: takeBack }];
  desk.say(logWords(line, desk.slices.run), ways, { undoes: undo, ms: REGRET_MS });
}
