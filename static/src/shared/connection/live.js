/**
 * The connection of a face: views come down and are kept, taps go up and are answered.
 */

import { io } from "socket.io-client";
import { sync } from "../time/clock.js";
import { LOOK_AGAIN_S } from "../limits.js";
import { NOTHING, keepNewer } from "./slices.js";
import { Taps } from "./taps.js";

/** @typedef {import("../../wire").CommandBody} CommandBody */
/** @typedef {import("../../wire").Ack} Ack */
/** @typedef {import("../../wire").SignalKind} SignalKind */
/** @typedef {import("../../wire").SignalsMessage} SignalsMessage */
/** @typedef {import("../../wire").ViewMessage} ViewMessage */
/** @typedef {"connecting" | "live" | "lost" | "refused"} Status */
/**
 * What each face is shown.
 *
 * @typedef {object} Slices
 * @property {import("../../wire").PhoneSlices} phone
 * @property {import("../../wire").ConsoleSlices} console
 * @property {import("../../wire").DisplaySlices} display
 * @property {import("../../wire").RunnerSlices} runner
 * @property {import("../../wire").StageSlices} stage
 */

/** Before the first word of the server. @type {SignalsMessage} */
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

const LOST_AFTER_MS = 2_000; // shorter gaps are nobody's business
const FIRST_JITTER_MS = 300; // a room of phones opens the page in the same second
const CUT_AFTER_MS = 200; // the server cut the line: at the door it says why
const AGAIN_AFTER_MS = 5_000; // where the library does not try again by itself
const TOO_MANY_CODES_MS = LOOK_AGAIN_S * 1_000; // somebody at this address is guessing codes

/** One face in its session. @template {keyof Slices} F */
export class Room {
  /** All slices once the first view is there, none before. @type {Partial<Slices[F]>} */
  slices = {};
  /** @type {SignalsMessage} */
  signals = QUIET;
  /** @type {Status} */
  status = "connecting";
  /** Why the connection was refused, while `status` is "refused". @type {string | null} */
  refusal = null;
  /** Whether the server has said that it stops, until it is heard of again. */
  stopping = false;

  #kept = NOTHING;
  /** Whether the whole view was asked for and is still to come. */
  #resending = false;
  #socket;
  #taps;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #lossTimer;

  /**
   * @param {{code: string, face: F, device?: string, silent?: boolean}} handshake
   * @param {import("./kept-taps.js").KeptTaps | null} kept
   */
  constructor(handshake, kept) {
    this.#taps = new Taps(() => this.#tell(), kept);
    const socket = io({
      auth: { device: "", differences: true, ...handshake }, // as long as nothing else is said: see `tells`
      transports: ["websocket", "polling"],
      tryAllTransports: true, // some networks let no WebSocket through
      autoConnect: false,
      reconnectionDelay: 400,
      reconnectionDelayMax: 4_000,
    });
    this.#socket = socket;
    socket.on("view", (message) => this.#view(message));
    socket.on("signals", (signals) => this.#change({ signals }));
    socket.on("stopping", () => this.#change({ stopping: true }));
    socket.on("connect", () => {
      this.#taps.connected((message, answer) => socket.emit("command", message, answer));
    });
    socket.on("disconnect", (reason) => this.#disconnected(reason));
    socket.on("connect_error", (error) => this.#failed(error));
    setTimeout(() => socket.connect(), handshake.face === "phone" ? Math.random() * FIRST_JITTER_MS : 0);
    addEventListener("online", () => this.#hurry());
    document.addEventListener("visibilitychange", () => this.#hurry());
    this.#expectLoss();
  }

  /** Taps without an answer yet. */
  get pending() {
    return this.#taps.pending;
  }

  /** Taps that wait for a connection. */
  get unsent() {
    return this.#taps.unsent;
  }

  /** Taps that were sent and have had no answer for too long. */
  get unconfirmed() {
    return this.#taps.unconfirmed;
  }

  /** The answers to taps that an earlier page of this phone could not send. */
  get restored() {
    return this.#taps.restored;
  }

  /** Whether some of those were too old to be sent. */
  get dropped() {
    return this.#taps.dropped;
  }

  /** Sends a command, now or once there is a connection. @param {CommandBody} command */
  send(command) {
    return this.#taps.add(command);
  }

  /**
   * Signals something of the moment; without a connection the moment has passed.
   *
   * @param {SignalKind} kind
   * @returns {Promise<Ack | null>}
   */
  signal(kind) {
    if (!this.#socket.connected) return Promise.resolve(null);
    return new Promise((answer) => this.#socket.emit("signal", { kind }, answer));
  }

  /** Comes in again with something new to say about itself. @param {{silent: boolean}} more */
  tells(more) {
    const said = /** @type {Record<string, unknown>} */ (this.#socket.auth);
    if (Object.entries(more).every(([name, value]) => said[name] === value)) return;
    Object.assign(said, more);
    if (this.#socket.connected) this.#socket.disconnect().connect();
  }

  /** Forgets a tap that has not been sent. @param {string} id */
  takeBack(id) {
    this.#taps.takeBack(id);
  }

  /** Calls back after every change. @param {() => void} listener @returns {() => void} the end of it */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @param {ViewMessage} message */
  #view(message) {
    sync(message);
    clearTimeout(this.#lossTimer);
    this.#lossTimer = undefined;
    const kept = keepNewer(this.#kept, message);
    if (kept === null) return this.#askAgain();
    if (message.whole) this.#resending = false;
    this.#kept = kept;
    if (Object.keys(kept.slices).length === 0) return; // the whole view is still to come
    const slices = /** @type {Partial<Slices[F]>} */ (this.#kept.slices);
    this.#change({ slices, status: "live", refusal: null, stopping: false });
  }

  /** Asks for the whole view: a message was missed. What is there stays until it comes. */
  #askAgain() {
    if (this.#resending) return;
    this.#resending = true;
    this.#socket.emit("resend", (/** @type {Ack} */ answer) => {
      if (!answer.ok) this.#resending = false;
    });
  }

  /** @param {string} reason */
  #disconnected(reason) {
    this.#resending = false;
    this.#kept = { ...this.#kept, number: 0 }; // numbers begin anew with the next whole view
    if (this.stopping) this.#change({ status: "lost" });
    else this.#expectLoss();
    this.#taps.disconnected();
    if (reason === "io server disconnect") this.#tryAgain(CUT_AFTER_MS);
  }

  /** @param {Error} error */
  #failed(error) {
    if (this.#socket.active) return; // no network: the library goes on trying
    if (error.message === "not_saved") return this.#tryAgain();
    if (error.message === "too_fast") return this.#tryAgain(TOO_MANY_CODES_MS);
    clearTimeout(this.#lossTimer);
    const gone = error.message === "session_deleted"; // then nothing of it is shown any more
    this.#change({ status: "refused", refusal: error.message, ...(gone && { slices: {} }) });
  }

  #tryAgain(afterMs = AGAIN_AFTER_MS) {
    setTimeout(() => this.#socket.connect(), afterMs);
  }

  #expectLoss() {
    if (this.#lossTimer !== undefined || this.status === "lost") return;
    this.#lossTimer = setTimeout(() => this.#change({ status: "lost" }), LOST_AFTER_MS);
  }

  /** Tries at once when a phone is taken out of a pocket, or its network is back. */
  #hurry() {
    const wanted = document.visibilityState === "visible" && this.status !== "refused";
    if (wanted && !this.#socket.connected && this.#socket.io.engine) {
      this.#socket.disconnect().connect();
    }
  }

  /** @param {Partial<Pick<Room<F>, "slices" | "signals" | "status" | "refusal" | "stopping">>} news */
  #change(news) {
    Object.assign(this, news);
    this.#tell();
  }

  #tell() {
    for (const listener of [...this.#listeners]) listener();
  }
}

/**
 * Connects a face to its session.
 *
 * @template {keyof Slices} F
 * @param {{code: string, face: F, device?: string, silent?: boolean}} handshake
 * @param {import("./kept-taps.js").KeptTaps | null} [kept] where taps outlive the page
 * @returns {Room<F>}
 */
export function connect(handshake, kept = null) {
  return new Room(handshake, kept);
}
