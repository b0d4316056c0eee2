/**
 * Taps that outlive their page: kept until they are answered, so that a phone which is opened again
 * sends what it could not send before.
 *
 * Each has an entry of its own, so that two pages of one phone do not undo each other's. They belong
 * to one session and one person's phone, and grow old: who comes back after a long while is asked
 * anew, rather than surprised.
 */

/** @typedef {import("../../wire").CommandMessage} CommandMessage */
/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Shelf */
/** @typedef {CommandMessage & {of: string, at_ms: number}} KeptTap */

const PREFIX = "fishbowl_tap_";
const GOOD_FOR_MS = 15 * 60_000;

export class KeptTaps {
  #shelf;
  #of;

  /**
   * @param {Shelf | null} shelf `null` where the browser keeps nothing
   * @param {string} of which phone in which session
   */
  constructor(shelf, of) {
    this.#shelf = shelf;
    this.#of = of;
  }

  /**
   * Takes out what was kept before.
   *
   * @param {number} now_ms
   * @returns {{good: CommandMessage[], dropped: boolean}} what may still be sent, oldest first, and
   *   whether anything else of this phone's was dropped
   */
  restore(now_ms = Date.now()) {
    const taps = this.#all().sort((one, other) => one.at_ms - other.at_ms);
    const old = taps.filter((tap) => now_ms - tap.at_ms > GOOD_FOR_MS);
    for (const { id } of old) this.drop(id);
    return {
      good: taps.filter((tap) => tap.of === this.#of && !old.includes(tap)).map(({ id, command }) => ({ id, command })),
      dropped: old.some((tap) => tap.of === this.#of),
    };
  }

  /** @param {CommandMessage} tap @param {number} at_ms */
  keep({ id, command }, at_ms = Date.now()) {
    try {
      this.#shelf?.setItem(PREFIX + id, JSON.stringify({ id, command, of: this.#of, at_ms }));
    } catch {
      // full: then it lasts as long as the page
    }
  }

  /** @param {string} id */
  drop(id) {
    this.#shelf?.removeItem(PREFIX + id);
  }

  /** @returns {KeptTap[]} */
  #all() {
    const shelf = this.#shelf;
    if (!shelf) return [];
    const names = Array.from({ length: shelf.length }, (_none, place) => shelf.key(place) ?? "");
    return names.filter((name) => name.startsWith(PREFIX)).flatMap((name) => read(shelf.getItem(name)));
  }
}

/** Where this browser keeps things; `null` if it keeps nothing. @returns {Shelf | null} */
export function shelf() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** @param {string | null} text @returns {KeptTap[]} none, if it is not what was written */
function read(text) {
  try {
    const tap = JSON.parse(text ?? "");
    return typeof tap.id === "string" && tap.command?.do ? [tap] : [];
  } catch {
    return [];
  }
}
