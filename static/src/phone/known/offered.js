/** Whether a pass is spoken of here, and what this phone remembers about that. */

import { installationMark, keptPass } from "../../shared/device/kept-pass.js";

/** @typedef {import("../../wire").SessionSlice} SessionSlice */

const ASKED = "fishbowl_asked_known_";
const LINK = "fishbowl_link_";

/**
 * Whether people here can be known at all: somebody is responsible for it, and this is no session for
 * under-18s.
 *
 * @param {{community: string, slices: {session: SessionSlice}}} phone
 */
export function isOffered({ community, slices: { session } }) {
  return community !== "" && !session.under_18;
}

/** Whether this session may become a member's: one under the Chatham House rule links nobody. @param {SessionSlice} session */
export function mayLink(session) {
  return session.attribution !== "chatham_house" && !session.under_18;
}

/** Whether the closing asks: once on this phone, and not who has a pass. @param {{community: string, slices: {session: SessionSlice}}} phone */
export function isAsked(phone) {
  return isOffered(phone) && mayLink(phone.slices.session) && !keptPass() && !recall(ASKED + installationMark());
}

/** Who said no is not asked again; "About you" goes on to offer it. */
export function noteAsked() {
  remember(ASKED + installationMark(), "yes");
}

/**
 * What is to become of the link between this session and the member, as this phone knows it.
 *
 * @param {string} code
 * @returns {"" | "wanted" | "linked"} `wanted`: it was ticked, and is not done yet
 */
export function linkOf(code) {
  const kept = recall(LINK + code);
  return kept === "wanted" || kept === "linked" ? kept : "";
}

/** @param {string} code @param {"" | "wanted" | "linked"} link */
export function noteLink(code, link) {
  remember(LINK + code, link);
}

/** Whether the community uses something on phones. @param {"offers" | "break" | "card"} what */
export function uses(what) {
  return (document.getElementById("app")?.dataset.uses ?? "").split(" ").includes(what);
}

/**
 * Whether this session is a member's, whose pass is kept here, and their community uses something.
 *
 * @param {{code: string, community: string, slices: {session: SessionSlice}}} phone
 * @param {"offers" | "break"} what
 */
export function isUsed(phone, what) {
  return uses(what) && isOffered(phone) && linkOf(phone.code) === "linked" && keptPass() !== null;
}

/** Where a member writes down what they give and look for; with a note of this session, if one is named. @param {string} code @param {number} [takeaway] */
export function offersWay(code, takeaway) {
  return `/me/offers?from=${code}${takeaway ? `&take=${takeaway}` : ""}`;
}

/** Where nothing is kept, this page remembers. @type {Map<string, string>} */
const held = new Map();

/** @param {string} name */
function recall(name) {
  try {
    return localStorage.getItem(name) ?? held.get(name) ?? "";
  } catch {
    return held.get(name) ?? "";
  }
}

/** @param {string} name @param {string} value */
function remember(name, value) {
  held.set(name, value);
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // then only until the page is closed
  }
}
