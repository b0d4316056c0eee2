/**
 * From key down and key up to actions: repeats count once, some keys are held, and Space is deaf
 * for a moment after its meaning has changed, so that nobody does the next thing by accident.
 */

import { actionOf } from "./key-lookup.js";

/**
 * @import {NextSlice} from "../../wire"
 * @import {Action} from "./key-table.js"
 * @import {Press} from "./key-lookup.js"
 * @typedef {{action: Action, code: string, timer: unknown}} Held
 * @typedef {object} Hooks
 * @property {(action: Action) => boolean} needsHold
 * @property {() => import("./key-table.js").On | null} on what is picked, besides a chair
 * @property {(action: Action) => boolean} isDeaf whether the action does nothing just now
 * @property {(action: Action, number: number | null) => void} act
 * @property {(action: Action | null) => void} holding what is being held, for the ring
 * @property {(action: Action) => void} tooShort what was let go before its time
 * @property {(run: () => void, ms: number) => unknown} later
 * @property {(timer: any) => void} cancel
 */

/** A key that starts or ends a session is held this long. */
export const HOLD_MS = 1000;
/** Longer than a double press, shorter than a thought. */
export const SETTLE_MS = 600;

export class KeyInput {
  /** @param {Hooks} hooks */
  constructor(hooks) {
    this.hooks = hooks;
    /** @type {Set<string>} */
    this.down = new Set();
    /** @type {Held | null} */
    this.held = null;
  }

  /**
   * A key goes down.
   * @param {Press & {repeat?: boolean, at?: string}} press `at`: the key's own position, where it
   *   was read by its sign
   * @returns {boolean} whether the key means something here
   */
  press(press) {
    const found = actionOf(press, this.hooks.on());
    if (!found) return false;
    const at = press.at ?? press.code;
    if (press.repeat || this.down.has(at)) return true;
    this.down.add(at);
    if (this.hooks.isDeaf(found.action)) return true;
    if (this.hooks.needsHold(found.action)) this.hold(found.action, at);
    else this.hooks.act(found.action, found.number);
    return true;
  }

  /** A key, or the pointer on a button, is held from now. @param {Action} action @param {string} code */
  hold(action, code) {
    this.letGo();
    this.hooks.holding(action);
    const timer = this.hooks.later(() => {
      this.letGo();
      this.hooks.act(action, null);
    }, HOLD_MS);
    this.held = { action, code, timer };
  }

  /** A key goes up. @param {string} code */
  release(code) {
    this.down.delete(code);
    if (this.held?.code !== code) return;
    const { action } = this.held;
    this.letGo();
    this.hooks.tooShort(action);
  }

  /** Nothing is held any more: let go too early, or the window lost the keyboard. */
  letGo() {
    if (!this.held) return;
    this.hooks.cancel(this.held.timer);
    this.held = null;
    this.hooks.holding(null);
  }

  /** Forget every key: the window lost the keyboard, key ups would be missed. */
  reset() {
    this.letGo();
    this.down.clear();
  }
}

/** Watches what Space means. */
export class Meaning {
  constructor() {
    /** @type {string | null} */
    this.text = null;
    this.since = -SETTLE_MS;
  }

  /** @param {NextSlice | null} next @param {number} now milliseconds on any clock that goes forward */
  see(next, now) {
    const text = next ? JSON.stringify([next.do, next.args]) : "";
    if (this.text !== null && text !== this.text) this.since = now;
    this.text = text;
  }

  /** @param {number} now */
  isSettled(now) {
    return now - this.since >= SETTLE_MS;
  }
}
