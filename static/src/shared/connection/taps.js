/**
 * Taps on their way: each has an id, so that the server counts it once however often it arrives.
 *
 * Without a connection they wait here and are sent, once, when there is one. A tap whose answer
 * was lost with the connection is sent again under its old id; so is one that an earlier page kept.
 * Where a connection stands and no answer comes, a tap is unconfirmed after some seconds: whoever
 * tapped is told so, rather than left to wait.
 */

import { randomId } from "../device/random.js";

/** @typedef {import("../../wire").Ack} Ack */
/** @typedef {import("../../wire").CommandBody} CommandBody */
/** @typedef {import("../../wire").CommandMessage} CommandMessage */
/** How long an answer may take before whoever waits for it is told that there is none. */
export const ANSWER_MS = 6_000;

/** @typedef {{id: string, command: CommandBody, sent: boolean, late: boolean, timer?: ReturnType<typeof setTimeout>, answer: (ack: Ack) => void}} Tap */
/** @typedef {(message: CommandMessage, answer: (ack: Ack) => void) => void} Send */

export class Taps {
  /** Those without an answer, oldest first. @type {readonly Tap[]} */
  pending = [];

  /** How to send, while there is a connection. @type {Send | null} */
  #send = null;
  #changed;
  #kept;

  /**
   * @param {() => void} changed is told after every change
   * @param {import("./kept-taps.js").KeptTaps | null} [kept] where they outlive the page
   */
  constructor(changed, kept = null) {
    this.#changed = changed;
    this.#kept = kept;
    const { good, dropped } = kept?.restore() ?? { good: [], dropped: false };
    /** The answers to what an earlier page kept. @type {Promise<Ack>[]} */
    this.restored = good.map((message) => this.#take(message));
    /** Whether something that an earlier page kept was too old to be sent. */
    this.dropped = dropped;
  }

  /** Those that wait for a connection. */
  get unsent() {
    return this.pending.filter((tap) => !tap.sent);
  }

  /** Those that were sent and have had no answer for {@link ANSWER_MS}. */
  get unconfirmed() {
    return this.pending.filter((tap) => tap.late);
  }

  /**
   * Takes a tap in; the promise holds the answer.
   *
   * @param {CommandBody} command
   * @returns {Promise<Ack>}
   */
  add(command) {
    const message = { id: randomId(22), command };
    this.#kept?.keep(message);
    const answer = this.#take(message);
    this.#changed();
    return answer;
  }

  /** Forgets a tap that has not been sent; it is never answered. @param {string} id */
  takeBack(id) {
    if (!this.unsent.some((tap) => tap.id === id)) return;
    this.pending = this.pending.filter((tap) => tap.id !== id);
    this.#kept?.drop(id);
    this.#changed();
  }

  /** There is a connection: whatever waits goes out. @param {Send} send */
  connected(send) {
    this.#send = send;
    this.unsent.forEach((tap) => this.#sendOff(tap));
    this.#changed();
  }

  /** The connection is gone, and with it the answers that were on their way. */
  disconnected() {
    this.#send = null;
    for (const tap of this.pending) {
      clearTimeout(tap.timer);
      Object.assign(tap, { sent: false, late: false });
    }
    this.#changed();
  }

  /** @param {CommandMessage} message @returns {Promise<Ack>} */
  #take(message) {
    return new Promise((answer) => {
      const tap = { ...message, sent: false, late: false, answer };
      this.pending = [...this.pending, tap];
      this.#sendOff(tap);
    });
  }

  /** @param {Tap} tap */
  #sendOff(tap) {
    if (!this.#send) return;
    tap.sent = true;
    tap.timer = setTimeout(() => {
      tap.late = true;
      this.#changed();
    }, ANSWER_MS);
    this.#send({ id: tap.id, command: tap.command }, (ack) => {
      if (!this.pending.includes(tap)) return; // the answers to both sendings arrived
      clearTimeout(tap.timer);
      this.pending = this.pending.filter((other) => other !== tap);
      this.#kept?.drop(tap.id);
      tap.answer(ack);
      this.#changed();
    });
  }
}
