/**
 * The pass of a member: 20 random bytes, made in this browser, written in base32.
 *
 * It leaves the browser only in a picture or a link that its owner keeps. A server is given the
 * verifier: a MAC under the pass over the mark of the installation, so that one installation cannot
 * use what another was given. The pass is kept in the local storage, never in a cookie: cookies travel.
 */

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { installationMark } from "./kept-pass.js";

export { dropPass, installationMark, keepPass, keptPass } from "./kept-pass.js";

/** @typedef {{pass: string, installation: string}} ReadPass `installation`: its mark; empty if not said */

const BYTES = 20;
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: without I, L, O and U
const GROUP = 4;
const MESSAGE = "fishbowl pass ";
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
 * @throws {Error} this is no pass
 */
export function verifierOf(pass, installation = installationMark()) {
  const mac = hmac(sha256, bytesOf(pass), new TextEncoder().encode(MESSAGE + installation));
  return btoa(String.fromCharCode(...mac))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

/**
 * The link that opens the member's page. The pass is behind the #, which browsers send to nobody; with
 * it the mark of its installation, so that another one can say that the pass is not its own.
 *
 * @param {string} pass
 * @param {string} [origin] scheme and host
 */
export function passLink(pass, origin = location.origin) {
  const mark = installationMark();
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

/** @param {Uint8Array} bytes a multiple of five */
function written(bytes) {
  let digits = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
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
  const bytes = [];
  let held = 0;
  let bits = 0;
  for (const digit of read.pass.replace(/-/g, "")) {
    held = (held << 5) | DIGITS.indexOf(digit);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}
