/** Actions that first, or only, change what this console shows. */

import { meant } from "./actions.js";
import { toggleNames } from "../people/list/draft.js";
import { nextToReview, toReview } from "./review.js";
import { toStarters } from "../keyboard/lobby.js";
import { isNarrow } from "../remote/narrow-screen.js";
import { remedyOf } from "../next/nudges.js";
import { pickedRequest, stepped } from "../queue/requests.js";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { ringEverywhere } from "../wall/ring-bell.js";
import { chairOf, isFree } from "../bowl/seats.js";
import { problemWords } from "./words.js";

/**
 * @import {Desk, Panel} from "./desk.js"
 * @import {Action} from "../keyboard/key-table.js"
 */

/**
 * Each answers whether it has dealt with the action; if not, the session is asked.
 * @type {Partial<Record<Action, (desk: Desk, number: number | null) => boolean>>}
 */
export const SCREEN_ACTIONS = {
  pick: (desk, number) => {
    const chair = number !== null && chairOf(desk.slices, number);
    if (chair) {
      const picked = desk.picked === number ? null : number;
      const request = isFree(chair) ? desk.request : null;
      desk.set({ picked, request, moving: null, naming: null, isNoting: false, isPlanningBreak: false });
    }
    return true;
  },
  walk: (desk, number) => {
    const request = stepped(desk, number ?? 1);
    if (request !== null) desk.pickRequest(request);
    return true;
  },
  words: (desk) => {
    const item = pickedRequest(desk);
    if (item?.phone) desk.say(_("{name} writes on their own phone.", { name: nameOf(item.person) }));
    else if (item) desk.set({ wording: item.request });
    return true;
  },
  review: (desk) => {
    const reviewing = nextToReview(toReview(desk.slices), desk.reviewing, 1);
    if (reviewing === null) desk.say(_("There is nothing to review just now."));
    // What is looked at has to be in view: its lists are in the rail, or in a panel of the remote.
    else desk.set({ reviewing, request: null, panel: panelOfLists(desk) });
    return true;
  },
  review_walk: (desk, number) => {
    desk.set({ reviewing: nextToReview(toReview(desk.slices), desk.reviewing, number ?? 1), asideFor: null });
    return true;
  },
  review_accept: (desk) => {
    const item = toReview(desk.slices).find(({ key }) => key === desk.reviewing);
    if (item) desk.send(item.accept);
    return true;
  },
  review_aside: (desk) => {
    const item = toReview(desk.slices).find(({ key }) => key === desk.reviewing);
    if (item?.aside) desk.send(item.aside);
    else if (item) desk.set({ asideFor: Number(item.key.split(" ")[1]) });
    return true;
  },
  speaking: (desk) => {
    const startsHere = desk.picked === null && desk.slices.session.state === "lobby";
    // At once, so that the very next key is the name's first letter.
    if (startsHere) toStarters();
    return startsHere || desk.picked === null;
  },
  move: (desk) => {
    const turn = desk.picked === null ? null : chairOf(desk.slices, desk.picked)?.turn;
    if (!turn) desk.say(problemWords(desk.picked === null ? "nothing_picked" : "nobody_there"));
    else desk.set({ moving: desk.moving === turn ? null : turn, naming: null });
    return true;
  },
  rename: (desk) => {
    const person = meant(desk);
    if (!person) desk.say(problemWords("nobody_meant"));
    else desk.set({ naming: { person: person.id }, moving: null });
    return true;
  },
  send_out: (desk) => {
    const person = meant(desk);
    return person !== null && !desk.arm(`send_out ${person.id}`);
  },
  topic: (desk) => {
    const { state } = desk.slices.session;
    if (state === "running" || state === "paused") desk.set({ isNamingTopic: true, isAskingNext: false, panel: null });
    else desk.say(problemWords("not_started"));
    return true;
  },
  break: (desk) => {
    const { state } = desk.slices.session;
    if (state === "running" || state === "paused") desk.set({ isPlanningBreak: true, naming: null, moving: null });
    else desk.say(problemWords("not_started"));
    return true;
  },
  next_question: (desk) => {
    const { state } = desk.slices.session;
    if (state === "running" || state === "paused") desk.set({ isAskingNext: true, isNamingTopic: false, panel: null });
    else desk.say(problemWords("not_started"));
    return true;
  },
  note: (desk) => {
    // At once, and also if it is open already, so that the very next key is the letter of a kind.
    desk.set({ isNoting: true, isPlanningBreak: false });
    /** @type {HTMLElement | null} */ (document.querySelector(".note-line :checked"))?.focus();
    return true;
  },
  remedy: (desk) => {
    const { nudge } = desk;
    if (!nudge) desk.say(_("There is no hint just now."));
    else {
      desk.wave(nudge);
      desk.send(remedyOf(nudge));
    }
    return true;
  },
  timeline: (desk) => toggle(desk, "timeline"),
  people: (desk) => toggle(desk, "people"),
  names: (desk) => {
    toggleNames(desk);
    return true;
  },
  door: (desk) => toggle(desk, "door"),
  getting_in: (desk) => toggle(desk, "getting_in"),
  run: (desk) => toggle(desk, "run"),
  bell: (desk) => {
    if (!ringEverywhere(desk.code)) desk.say(_("This window has no sound yet: click in it once."));
    return true;
  },
  settings: (desk) => toggle(desk, "settings"),
  rules: (desk) => toggle(desk, "rules"),
  order: (desk) => toggle(desk, "order"),
  keys: (desk) => toggle(desk, "keys"),
  display: (desk) => {
    // The display passes its keys on to consoles of the same session; it needs no opener.
    window.open(`/${desk.code}/display`, `fishbowl-display-${desk.code}`);
    return true;
  },
  summary: (desk) => {
    window.open(`/${desk.code}/summary`, `fishbowl-summary-${desk.code}`);
    return true;
  },
  escape: (desk) => {
    if (desk.moving !== null || desk.naming || desk.notice || desk.armed) {
      desk.set({ moving: null, naming: null, notice: null, armed: null });
    } else if (desk.wording !== null) desk.set({ wording: null });
    else if (desk.isPlanningBreak) desk.set({ isPlanningBreak: false });
    else if (desk.isNoting) desk.set({ isNoting: false });
    else if (desk.asideFor !== null) desk.set({ asideFor: null });
    else if (desk.reviewing !== null) desk.set({ reviewing: null });
    else if (desk.panel !== null) desk.set({ panel: null });
    else if (desk.request !== null) desk.set({ request: null });
    else desk.set({ picked: null });
    return true;
  },
};

/** @param {Desk} desk @returns {Panel | null} */
function panelOfLists(desk) {
  return isNarrow() && desk.slices.session.state !== "closed" ? "topics" : null;
}

/** @param {Desk} desk @param {Panel} panel */
function toggle(desk, panel) {
  desk.set({ panel: desk.panel === panel ? null : panel });
  return true;
}
