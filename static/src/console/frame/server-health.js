/** What is wrong with the server, in words for a facilitator: what happened, what is safe, what to do. */

import { _, n_ } from "../../shared/i18n/i18n.js";
import { timeOfDay } from "../log/log-lines.js";

/** @import {Condition} from "../../wire" */

/** What goes on, and cannot be put away. */
const URGENT = ["taken_over", "not_saved", "saving_slow"];

/** @type {Record<string, () => string>} */
const NOT_SAVED = {
  disk_full: () => _("The disk is full. Free some space; nothing has to be restarted."),
  locked: () => _("Another program holds the file. Close it."),
  readonly: () => _("The file may not be written. Check its permissions."),
  disk_error: () => _("The disk reports an error, and no copy could be made elsewhere."),
  damaged: () => _("The file is damaged. Restart the server: it saves what can be read."),
  file_gone: () => _("The file is gone, and no copy could be made. Check the disk."),
};

/** @type {Record<string, () => string>} */
const MOVED = {
  deleted: () => _("Its file was deleted while it ran."),
  replaced: () => _("Its file was replaced while it ran."),
  journal_deleted: () => _("A part of its file was deleted while it ran."),
  journal_replaced: () => _("A part of its file was replaced while it ran."),
  io_error: () => _("The disk reported an error."),
};

/** @param {Condition} condition */
export function isUrgent({ code }) {
  return URGENT.includes(code);
}

/** @param {Condition} condition @returns {string} */
export function healthWords({ code, since_ms, params }) {
  const time = timeOfDay(since_ms);
  switch (code) {
    case "not_saved":
      return [_("Not saving since {time}.", { time }), NOT_SAVED[String(params.why)]?.()]
        .filter(Boolean)
        .join(" ");
    case "saving_slow":
      return _("Saving is slow since {time}. Answers wait for the disk.", { time });
    case "lagging":
      return _("The server has been answering late since {time}. Close other programs on its computer; taps are kept.", { time });
    case "disk_low":
      return _("The disk is nearly full: {mb} MB are left. Free some space; until then everything is saved.", {
        mb: String(params.free_mb),
      });
    case "file_moved":
      return [
        MOVED[String(params.why)]?.(),
        _("Everything is saved; it goes on in {file}.", { file: String(params.file) }),
      ]
        .filter(Boolean)
        .join(" ");
    case "taken_over":
      return _("Another computer has taken over at {time}. Nothing is saved here any more; go on at {address}.", {
        time,
        address: String(params.address),
      });
    case "former_untold":
      return _(
        "This computer has taken over from {address}, which cannot be reached to be told. Switch that one off: what is sent to it is not here.",
        { address: String(params.address) },
      );
    case "standby_behind":
      return params.away
        ? _("The second computer, {address}, has not answered since {time}. Everything is saved here.", {
            time,
            address: String(params.address),
          })
        : _("The second computer, {address}, is behind since {time}. Everything is saved here.", {
            time,
            address: String(params.address),
          });
    case "session_broken":
      return _("The record of {codes} cannot be read; all others go on. “fishbowl verify” says more.", {
        codes: /** @type {string[]} */ (params.codes).join(", "),
      });
    case "community_broken":
      return _("The record of the members cannot be read; all sessions go on. “fishbowl verify” says more.");
    case "clock_set":
      return Number(params.by_s) > 0
        ? _("The clock of this computer was set forward at {time}. The session’s own clock goes on.", { time })
        : _("The clock of this computer was set back at {time}. The session’s own clock goes on.", { time });
    case "slept":
      return n_(
        "This computer slept for {n} minute, until {time}. Calls wait until the phones are back.",
        "This computer slept for {n} minutes, until {time}. Calls wait until the phones are back.",
        Math.max(1, Math.round(Number(params.seconds) / 60)),
        { time: timeOfDay(Number(params.until_ms)) },
      );
    default:
      return code;
  }
}
