/**
 * Taps on their way: each has an id, so that the server counts it once however often it arrives.
 *
 * Without a connection they wait here and are sent, once, when there is one. A tap whose answer
 * was lost with the connection is sent again under its old id.
 */

import { randomId } from "./random.js";

/** @typedef {import("../wire").Ack} Ack */
/** @typedef {import("../wire").CommandBody} CommandBody */
/** @typedef {import("../wire").CommandMessage} CommandMessage */
/** @typedef {{id: string, command: CommandBody, sent: boolean, answer: (ack: Ack) => void}} Tap */
/** @typedef {(message: CommandMessage, answer: (ack: Ack) => void) => void} Send */

export class Taps {
  /** Those without an answer, oldest first. @type {readonly Tap[]} */
  pending = [];

  /** How to send, while there is a connection. @type {Send | null} */
  #send = null;
  #changed;

  /** @param {() => void} changed is told after every change */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Those that wait for a connection. */
  get unsent() {
    return this.pending.filter((tap) => !tap.sent);
  }

  /**
   * Takes a tap in; the promise holds the answer.
   *
   * @param {CommandBody} command
   * @returns {Promise<Ack>}
   */
  add(command) {
    return new Promise((answer) => {
      const tap = { id: randomId(22), command, sent: false, answer };
      this.pending = [...this.pending, tap];
      this.#sendOff(tap);
      this.#changed();
    });
  }

  /** Forgets a tap that has not been sent; it is never answered. @param {string} id */
  takeBack(id) {
    this.pending = this.pending.filter((tap) => tap.sent || tap.id !== id);
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
    for (const tap of this.pending) tap.sent = false;
    this.#changed();
  }

  /** @param {Tap} tap */
  #sendOff(tap) {
    if (!this.#send) return;
    tap.sent = true;
    this.#send({ id: tap.id, command: tap.command }, (ack) => {
      if (!this.pending.includes(tap)) return; // the answers to both sendings arrived
      this.pending = this.pending.filter((other) => other !== tap);
      tap.answer(ack);
      this.#changed();
    });
  }
}
