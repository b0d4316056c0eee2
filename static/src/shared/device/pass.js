/**
 * The pass of a member: 20 random bytes, made in this browser, written in base32.
 *
 * It leaves the browser only in a picture or a link that its owner keeps. A server is given the
 * verifier: a MAC under the pass over the mark of the installation, so that one installation cannot
 * use what another was given. The pass is kept in the local storage, never in a cookie: cookies travel.
 *
 * A laptop that has a home knows the members of the home. It is given a MAC over its own mark, under the
 * hash that the home stores: the home can compute that without the pass, and it opens nothing at home.
 */

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { homeMark, installationMark, passMark } from "./kept-pass.js";

export { dropPass, homeMark, installationMark, keepPass, keptPass, passMark } from "./kept-pass.js";

/** @typedef {{pass: string, installation: string}} ReadPass `installation`: its mark; empty if not said */

const BYTES = 20;
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: without I, L, O and U
const GROUP = 4;
const MESSAGE = "fishbowl pass ";
const AT_LAPTOP = "fishbowl pass at ";
const MARK = /^[0-9a-f]{8}$/;

/** A pass that nobody has: eight groups of four characters. */
export function makePass() {
  return written(crypto.getRandomValues(new Uint8Array(BYTES)));
}

/**
 * What a server is shown instead of the pass, as base64url without padding.
 *
 * @param {string} pass
 * @param {string} [installation] the mark of the installation
 * @param {string} [home] the mark of its home; empty where it has none
 * @returns {string}
 * @throws {Error} this is no pass
 */
export function verifierOf(pass, installation = installationMark(), home = homeMark()) {
  if (!home) return base64url(hmac(sha256, bytesOf(pass), bytes(MESSAGE + installation)));
  return base64url(hmac(sha256, hashAt(pass, home), bytes(AT_LAPTOP + installation)));
}

/**
 * What is shown when a pass is made: at a laptop also what its home is to keep of it.
 *
 * @param {string} pass
 * @returns {{verifier: string, home_hash?: string}}
 */
export function shownOfNew(pass) {
  const verifier = verifierOf(pass);
  return homeMark() ? { verifier, home_hash: homeHashOf(pass) } : { verifier };
}

/**
 * What the home of a laptop is told of a pass that is made at the laptop: the hash that it stores.
 *
 * @param {string} pass
 * @param {string} [home] the mark of the home
 * @throws {Error} this is no pass
 */
export function homeHashOf(pass, home = homeMark()) {
  return base64url(hashAt(pass, home));
}

/**
 * The link that opens the member's page, at a laptop that of its home. The pass is behind the #, which
 * browsers send to nobody; with it the mark of its installation, so that another one can say that the
 * pass is not its own.
 *
 * @param {string} pass
 * @param {string} [origin] scheme and host
 */
export function passLink(pass, origin = document.documentElement.dataset.homeUrl || location.origin) {
  const mark = passMark();
  return `${origin}/m#${pass}${mark && `.${mark}`}`;
}

/**
 * Reads a pass from a link, or as somebody typed it: small letters, spaces, and O, I or L for 0 or 1.
 *
 * @param {string} text
 * @returns {ReadPass | null} `null` if it is none
 */
export function readPass(text) {
  const said = text.trim().replace(/^.*#/s, "");
  const [typed, mark = ""] = said.split(".");
  const digits = typed
    .toUpperCase()
    .replace(/[\s\u00AD\u2010-\u2015-]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (digits.length !== (BYTES * 8) / 5 || [...digits].some((digit) => !DIGITS.includes(digit))) return null;
  return { pass: grouped(digits), installation: MARK.test(mark) ? mark : "" };
}

/** @param {string} pass @param {string} home */
function hashAt(pass, home) {
  return sha256(bytes(verifierOf(pass, home, "")));
}

/** @param {string} text */
function bytes(text) {
  return new TextEncoder().encode(text);
}

/** Without padding. @param {Uint8Array} of */
function base64url(of) {
  return btoa(String.fromCharCode(...of))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

/** @param {Uint8Array} secret a multiple of five bytes */
function written(secret) {
  let digits = "";
  let held = 0;
  let bits = 0;
  for (const byte of secret) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) digits += DIGITS[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return grouped(digits);
}

/** @param {string} digits */
function grouped(digits) {
  return digits.replace(new RegExp(`.{${GROUP}}(?=.)`, "g"), "$&-");
}

/** @param {string} pass */
function bytesOf(pass) {
  const read = readPass(pass);
  if (!read) throw new Error("this is no pass");
  const secret = [];
  let held = 0;
  let bits = 0;
  for (const digit of read.pass.replace(/-/g, "")) {
    held = (held << 5) | DIGITS.indexOf(digit);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    secret.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(secret);
}
