/**
 * Plays a tape. To the stage it is a room like any other; the clock of all its parts is the
 * session's, at the speed of the player.
 */

import { sync } from "../shared/time/clock.js";
import { firstTalk, pictureAt } from "./tape.js";

/**
 * @import {SignalsMessage} from "../wire"
 * @import {Picture, Tape} from "./tape.js"
 */

export const SPEEDS = [1, 2, 5, 10, 20, 60];
const USUAL_SPEED = 5;
const TICK_MS = 200;

/** What is no part of a log: nobody reacts, nobody is connected. @type {SignalsMessage} */
const QUIET = {
  here: 0,
  live: 0,
  reached: false,
  agree: 0,
  thanks: 0,
  surprised: 0,
  slower: 0,
  microphone: 0,
  helpers: {},
  asking: 0,
  silent_walls: 0,
  health: [],
};

class Told {
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** @param {() => void} listener @returns {() => void} the end of it */
  subscribe = (listener) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  tell() {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** What the stage sees of a player. */
class PlayedRoom extends Told {
  /** @type {"live"} */
  status = "live";
  refusal = null;
  /** @type {Picture["slices"]} */
  slices;
  signals = QUIET;

  /** @param {Picture} picture */
  constructor(picture) {
    super();
    this.slices = picture.slices;
    this.show(picture);
  }

  /** @param {Picture} picture */
  show({ slices, here }) {
    this.slices = slices;
    this.signals = { ...QUIET, here };
    this.tell();
  }
}

export class Player extends Told {
  speed = USUAL_SPEED;
  isPlaying = false;
  /** Where on the session clock it stands. */
  runMs = 0;

  /** @type {Picture} */
  #picture;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #tickedAt = 0;

  /** @param {Tape} tape @param {number | null} [atMs] where it begins; left out, where the talk does */
  constructor(tape, atMs = null) {
    super();
    this.tape = tape;
    this.runMs = this.#within(atMs ?? firstTalk(tape));
    this.#picture = pictureAt(tape, this.runMs);
    this.room = new PlayedRoom(this.#picture);
    this.#setClock();
  }

  get isAtEnd() {
    return this.runMs >= this.tape.length_ms;
  }

  /** Plays, or stands still; at the end it begins anew. */
  toggle() {
    if (this.isPlaying) return this.#stop();
    if (this.isAtEnd) this.seek(0);
    this.isPlaying = true;
    this.#tickedAt = performance.now();
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#setClock();
    this.tell();
  }

  /** @param {number} runMs */
  seek(runMs) {
    this.runMs = this.#within(runMs);
    this.#picture = pictureAt(this.tape, this.runMs);
    this.#setClock();
    this.room.show(this.#picture);
    this.tell();
  }

  /** @param {number} speed */
  setSpeed(speed) {
    this.speed = speed;
    this.#setClock();
    this.tell();
  }

  #stop() {
    clearInterval(this.#timer);
    this.isPlaying = false;
    this.#setClock();
    this.tell();
  }

  #tick() {
    const now = performance.now();
    this.runMs = this.#within(this.runMs + (now - this.#tickedAt) * this.speed);
    this.#tickedAt = now;
    const before = this.#picture;
    this.#picture = pictureAt(this.tape, this.runMs, before);
    this.#setClock();
    if (this.#picture !== before) this.room.show(this.#picture);
    if (this.isAtEnd) this.#stop();
    else this.tell();
  }

  /** @param {number} runMs */
  #within(runMs) {
    return Math.max(0, Math.min(runMs, this.tape.length_ms));
  }

  #setClock() {
    const { started_at_ms: started, paused_ms: paused } = this.#picture.slices.clock;
    sync({ now_ms: (started ?? 0) + paused + this.runMs, rate: this.isPlaying ? this.speed : 0 });
  }
}
