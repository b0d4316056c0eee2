/**
 * The facilitator's desk: what this one console has picked, opened and been told, beside the room
 * that all consoles share. Two laptops have a desk each.
 */

import { asked } from "./actions.js";
import { followUp } from "./follow-ups.js";
import { holdsNextPart, isHeld } from "../keyboard/key-lookup.js";
import { emptyNames } from "../people/list/draft.js";
import { toReview } from "./review.js";
import { emptyDraft } from "../notes/notes.js";
import { AWAY_MS, dueNudge } from "../next/nudges.js";
import { KeyInput, Meaning } from "../keyboard/key-input.js";
import { mayPress, notYoursWords } from "./rights.js";
import { pickedRequest } from "../queue/requests.js";
import { SCREEN_ACTIONS } from "./screen-actions.js";
import { chairOf, isFree } from "../bowl/seats.js";
import { waysOut } from "../log/undo.js";
import { problemWords, saidWords } from "./words.js";
import { announce } from "../../shared/ui/Announce.jsx";
import { nowMs, runningMs } from "../../shared/time/clock.js";
import { _ } from "../../shared/i18n/i18n.js";

/**
 * @import {Ack, CommandBody, ConsoleSlices, NudgeView} from "../../wire"
 * @import {Room} from "../../shared/connection/live.js"
 * @import {Action} from "../keyboard/key-table.js"
 * @typedef {"people" | "names" | "door" | "getting_in" | "rules" | "settings" | "run" | "keys" | "order" | "timeline" | RemotePanel} Panel
 * @typedef {"more" | "queue" | "topics"} RemotePanel what has its own rail on a laptop
 * @typedef {{label: string, sign?: string, run: () => void}} Way something to do about a notice,
 *   and the sign of the key that does it too
 * @typedef {{text: string, ways: Way[], undoes: number | null}} Notice `undoes`: the action that
 *   it offers to take back; it goes when that has been done
 * @typedef {{person: number, made?: Promise<Ack>}} Naming whose name is being written; 0 while
 *   the person is only just being `made`
 */

const NOTICE_MS = 6_000;
const ARMED_MS = 3_000;

export class Desk {
  /** @type {number | null} */
  picked = null;
  /** Who is picked in the queue. @type {number | null} */
  request = null;
  /** In the queue, whose words to be read aloud are being typed. @type {number | null} */
  wording = null;
  /** What somebody wrote and is being looked at; see `review.js`. @type {string | null} */
  reviewing = null;
  /** Whose question is to be set aside, for a reason that is being chosen. @type {number | null} */
  asideFor = null;
  /** What could not be taken back: U means the one before. @type {number | null} */
  refusedUndo = null;
  /** The turn that is being moved to another chair. @type {number | null} */
  moving = null;
  /** @type {Panel | null} */
  panel = null;
  isNamingTopic = false;
  /** Whether the next question of the session is being written. */
  isAskingNext = false;
  /** Whether it is being chosen until when the room rests. */
  isPlanningBreak = false;
  isNoting = false;
  /** The note that is being written; it outlives the line. */
  draft = emptyDraft();
  /** The list of people that is being looked through; it outlives the panel. */
  names = emptyNames();
  /** @type {Naming | null} */
  naming = null;
  /** What is being held down for a second. @type {Action | null} */
  holding = null;
  /** What happens on the second press. @type {string | null} */
  armed = null;
  /** @type {Notice | null} */
  notice = null;

  /** Hints that were waved away, or answered. @type {import("../next/nudges.js").Waved} */
  waved = new Map();

  #meaning = new Meaning();
  #sent = false;
  /** The place of what is being looked at, from 0. */
  #reviewedAt = 0;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #noticeTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #armedTimer;

  /**
   * @param {Room<"console">} room
   * @param {string} code
   * @param {boolean} [hasCommunity] whether people can be invited to be known
   */
  constructor(room, code, hasCommunity = false) {
    this.room = room;
    this.code = code;
    this.hasCommunity = hasCommunity;
    this.keyInput = new KeyInput({
      needsHold: (action) => this.isReady && mayPress(this, action) && this.#isHeld(action),
      on: () => (this.reviewing !== null ? "review" : this.request !== null ? "request" : null),
      isDeaf: (action) => this.isDeaf(action),
      act: (action, number) => this.perform(action, number),
      holding: (holding) => this.set({ holding }),
      tooShort: () => this.say(_("Keep holding: it takes a second.")),
      later: (run, ms) => setTimeout(run, ms),
      cancel: (timer) => clearTimeout(timer),
    });
    room.subscribe(() => this.#roomChanged());
  }

  /** @param {Action} action */
  #isHeld(action) {
    if (action === "next") return !!this.slices.action.next?.hold;
    const isNextPart = action === "next_part" || (action === "remedy" && this.nudge?.do === "begin_phase");
    return isHeld(action) || (isNextPart && holdsNextPart(this.slices));
  }

  /** Whether an action does nothing just now: its meaning has only just changed. @param {Action} action */
  isDeaf(action) {
    return action === "next" && !this.#meaning.isSettled(performance.now());
  }

  /** What the room shows; there once {@link isReady}. */
  get slices() {
    return /** @type {ConsoleSlices} */ (this.room.slices);
  }

  get isReady() {
    return "action" in this.room.slices;
  }

  /** The hint that is due just now. */
  get nudge() {
    const { nudges, clock } = this.slices;
    return dueNudge(nudges.items, runningMs(clock), this.waved, nowMs());
  }

  /** Keeps a hint away for a while. @param {NudgeView} nudge */
  wave(nudge) {
    this.waved.set(nudge.key, nowMs() + AWAY_MS);
    this.set({});
  }

  /** @param {() => void} listener @returns {() => void} the end */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Do what a key or a button means.
   * @param {Action} action
   * @param {number | null} [number] the chair whose number was pressed
   */
  async perform(action, number = null) {
    if (!this.isReady || (action === "next" && this.#sent)) return;
    if (!mayPress(this, action)) return this.say(notYoursWords(this.slices.you.role));
    if (SCREEN_ACTIONS[action]?.(this, number)) return;
    const wanted = asked(action, this, number);
    if (!wanted) return;
    if ("problem" in wanted) return this.say(problemWords(wanted.problem));
    if (this.moving !== null) this.set({ moving: null });
    this.#sent = action === "next";
    const answer = this.send(wanted);
    if (action === "walk_up" || action === "queue_walk_up") return this.#nameWhoIsMade(answer);
    await answer;
    if (action === "next") this.#sent = false;
  }

  /** Offers the name at once: the next key is its first letter. @param {Promise<Ack>} made */
  async #nameWhoIsMade(made) {
    const naming = { person: 0, made };
    this.set({ naming });
    const { seq } = await made;
    if (this.naming === naming) this.set({ naming: seq ? { person: seq, made } : null });
  }

  /**
   * Send a command and say, in one line, what did not come of it.
   * @param {CommandBody} command
   * @returns {Promise<Ack>}
   */
  async send(command) {
    const { notice } = this;
    const ack = await this.room.send(command);
    const said = ack.error ?? ack.said;
    if (command.do === "undo_action" && ack.error) this.refusedUndo = command.action;
    if (said) this.say(saidWords(said, this.slices), waysOut(this, command, ack));
    else if (notice && this.notice === notice) this.set({ notice: null });
    if (ack.ok && ack.seq) followUp(this, command, ack.seq);
    return ack;
  }

  /**
   * @param {string} text
   * @param {Way[]} [ways] with ways out it stays until one is taken
   * @param {{undoes?: number, ms?: number}} [more] `ms`: how long it stays all the same
   */
  say(text, ways = [], { undoes, ms } = {}) {
    clearTimeout(this.#noticeTimer);
    const stays = ms ?? (ways.length ? null : NOTICE_MS);
    if (stays !== null) this.#noticeTimer = setTimeout(() => this.set({ notice: null }), stays);
    this.set({ notice: { text, ways, undoes: undoes ?? null } });
    announce(text);
  }

  /** Asks for a second press. @param {string} what @returns {boolean} whether this was the second */
  arm(what) {
    clearTimeout(this.#armedTimer);
    const second = this.armed === what;
    this.set({ armed: second ? null : what });
    if (!second) this.#armedTimer = setTimeout(() => this.set({ armed: null }), ARMED_MS);
    return second;
  }

  /** @param {Partial<Pick<Desk, "picked" | "request" | "wording" | "reviewing" | "asideFor" | "moving" | "panel" | "isNamingTopic" | "isAskingNext" | "isPlanningBreak" | "isNoting" | "draft" | "names" | "naming" | "holding" | "armed" | "notice">>} news */
  set(news) {
    Object.assign(this, news);
    this.#keepOnePicked();
    this.#keepLooking();
    for (const listener of [...this.#listeners]) listener();
  }

  /** Pick somebody in the queue. @param {number | null} request */
  pickRequest(request) {
    this.set({ request, wording: null, reviewing: null, moving: null, naming: null, isNoting: false });
  }

  /**
   * So that a key means one person: who is picked in the queue, or who is on the picked chair. A
   * free chair may stay picked, it is where they go.
   */
  #keepOnePicked() {
    if (this.isReady && this.request !== null) {
      const chair = this.picked === null ? null : chairOf(this.slices, this.picked);
      if (!pickedRequest(this)) this.request = null;
      else if (chair && !isFree(chair)) this.picked = null;
    }
    if (this.wording !== this.request) this.wording = null;
  }

  /** Goes on to the next where what was looked at has been dealt with. */
  #keepLooking() {
    if (!this.isReady || this.reviewing === null) return;
    const items = toReview(this.slices);
    const at = items.findIndex(({ key }) => key === this.reviewing);
    if (at < 0) this.reviewing = items[Math.min(this.#reviewedAt, items.length - 1)]?.key ?? null;
    else this.#reviewedAt = at;
    if (at < 0) this.asideFor = null;
  }

  #roomChanged() {
    if (!this.isReady) return this.set({});
    const { action, bowl, log, session } = this.slices;
    this.#meaning.see(action.next, performance.now());
    const isThere = bowl.chairs.some((chair) => chair.turn === this.moving);
    const isClosed = session.state === "closed";
    const { undoes } = this.notice ?? {};
    if (undoes && !log.lines.some((line) => line.undo === undoes)) this.notice = null;
    this.set({
      moving: isThere ? this.moving : null,
      picked: isClosed ? null : this.picked,
      naming: isClosed ? null : this.naming,
    });
  }
}
