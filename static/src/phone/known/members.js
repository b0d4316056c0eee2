/** What a phone asks of the community; it shows verifiers, never the pass. */

import { dropPass, homeMark, keepPass, keptPass } from "../../shared/device/kept-pass.js";
import { shownOfNew, verifierOf } from "../../shared/device/pass.js";
import { linkOf, noteLink } from "./offered.js";

/**
 * @typedef {{name: string, is_host: boolean}} Mine who a pass opens the page of
 * @typedef {{ok: true, body: any} | {ok: false, code: string}} Answer
 * @typedef {object} Wanted what somebody who wants to be known has filled in
 * @property {string} id the same for every try of one form
 * @property {string} pass
 * @property {string} name
 * @property {"mail" | "other" | "pass"} reach
 * @property {string} contact
 * @property {string[]} consents
 * @property {boolean} link whether this session is linked
 */

const DEVICE = "X-Fishbowl-Device";

/**
 * Becomes a member. A second try with the same `id` finds what the first has made.
 *
 * @param {Wanted} wanted
 * @param {{code: string, device: string}} phone
 * @returns {Promise<Answer>}
 */
export async function becomeKnown({ id, pass, name, reach, contact, consents, link }, { code, device }) {
  const { language, zone } = placeOfPhone();
  const said = { id, ...shownOfNew(pass), name, language, time_zone: zone, reach, contact, consents };
  // Who is present needs no invitation; whether the session becomes theirs is another thing.
  const present = { session: code, linked: link };
  const answer = await ask("POST", "/members", { ...said, ...present }, device);
  if (answer.ok && link) noteLink(code, "linked");
  return answer;
}

/** Signs the owner of a pass in. @param {string} pass @returns {Promise<Answer>} `body`: {@link Mine} */
export function signIn(pass) {
  return ask("POST", "/m", { verifier: verifierOf(pass) });
}

/**
 * Links this session to the member whose pass is kept here.
 *
 * @param {string} code
 * @param {string} device
 * @returns {Promise<string>} the reason if it could not be done; empty if it is
 */
export async function linkSession(code, device) {
  const answer = await asMember(() => ask("POST", `/me/sessions/${code}`, shownHere(), device));
  if (answer.ok) noteLink(code, "linked");
  else if (answer.code !== "unreachable") noteLink(code, "");
  return answer.ok ? "" : answer.code;
}

/** @param {string} code @returns {Promise<string>} the reason if it could not be done; empty if it is */
export async function unlinkSession(code) {
  const answer = await asMember(() => ask("DELETE", `/me/sessions/${code}`, homeMark() ? shownHere() : undefined));
  if (answer.ok) noteLink(code, "");
  return answer.ok ? "" : answer.code;
}

/**
 * Asks whether this session is linked: that may have been changed on the member's page.
 *
 * @param {string} code
 * @returns {Promise<boolean>} whether this phone knows something else now
 */
export async function lookAtLink(code) {
  if (homeMark()) return false; // a laptop knows what was wished, and home what came of it
  const answer = await asMember(() => ask("GET", `/me/sessions/${code}`));
  if (!answer.ok) return false;
  const before = linkOf(code);
  const now = answer.body.linked ? "linked" : "";
  if (before === "wanted" && !now) return false; // it is being done
  noteLink(code, now);
  return before !== now;
}

/**
 * @typedef {{side: "offer" | "need", words: string}} Thought
 * @typedef {{suggestion: number | null, name: string, own: Thought[], theirs: Thought[], answer: "" | "yes"}} Meeting
 *   somebody in the room; `suggestion`: what is answered, `null` once both have said yes
 */

/** @param {string} code @returns {Promise<Answer>} `body.meet`: a {@link Meeting}, or `null` */
export function lookForMeeting(code) {
  return asMember(() => ask("GET", `/me/break/${code}`));
}

/** @param {string} code @param {number} suggestion @param {boolean} yes @returns {Promise<Answer>} as {@link lookForMeeting} */
export function answerInBreak(code, suggestion, yes) {
  return asMember(() => ask("POST", `/me/break/${code}`, { suggestion, yes }));
}

/**
 * What the other one gives and looks for: what they wrote need not be shared, then the member's own lines tell.
 *
 * @param {Pick<Meeting, "own" | "theirs">} meet
 */
export function goesBetween({ own, theirs }) {
  const has = (/** @type {Thought[]} */ lines, /** @type {string} */ wanted) => lines.some(({ side }) => side === wanted);
  return { gives: has(theirs, "offer") || has(own, "need"), seeks: has(theirs, "need") || has(own, "offer") };
}

/** A laptop that has a home signs nobody in: it is shown the verifier with everything that a member asks. */
function shownHere() {
  const kept = homeMark() ? keptPass() : null;
  return kept ? { verifier: verifierOf(kept.pass) } : {};
}

/** Forgets the pass on this phone, and signs its owner out here; elsewhere it stays good. */
export async function forgetHere() {
  dropPass();
  await fetch("/me/out", { method: "POST", redirect: "manual" }).catch(() => undefined);
}

/** The language and the time zone of this phone. */
export function placeOfPhone() {
  return {
    language: document.documentElement.lang || "en",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
  };
}

/** Asks, and where nobody is signed in, once more with the pass. @param {() => Promise<Answer>} asks */
async function asMember(asks) {
  const answer = await asks();
  const kept = keptPass();
  if (answer.ok || answer.code !== "signed_out" || !kept) return answer;
  const mine = await signIn(kept.pass);
  if (!mine.ok) return mine;
  keepPass({ pass: kept.pass, name: mine.body.name }); // it may have changed on the member's page
  return asks();
}

/**
 * @param {string} method
 * @param {string} way
 * @param {object} [body]
 * @param {string} [device]
 * @returns {Promise<Answer>}
 */
async function ask(method, way, body, device = "") {
  try {
    const answer = await fetch(way, {
      method,
      headers: { Accept: "application/json", "Content-Type": "application/json", ...(device && { [DEVICE]: device }) },
      body: body && JSON.stringify(body),
    });
    const said = await answer.json().catch(() => ({}));
    return answer.ok ? { ok: true, body: said } : { ok: false, code: codeOf(answer.status, way, said.code) };
  } catch {
    return { ok: false, code: "unreachable" };
  }
}

/** @param {number} status @param {string} way @param {unknown} said */
function codeOf(status, way, said) {
  if (status === 403) return way === "/m" ? "pass_unknown" : "signed_out";
  if (status === 401) return "signed_out";
  if (status === 429) return "too_fast";
  if (status >= 500) return "unreachable";
  return typeof said === "string" ? said : "invalid_command";
}
