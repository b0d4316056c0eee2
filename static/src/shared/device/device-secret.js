/**
 * The secret that identifies a phone, kept in every storage that the browser offers.
 *
 * Private windows and scanner apps forget storage or cookies, so both are tried, and where
 * neither lasts the address itself carries it.
 */

import { randomId } from "./random.js";

const NAME = "fishbowl_device";
const BEFORE = "fishbowl_device_before";
const GOOD = /^[A-Za-z0-9_-]{16,64}$/;
const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/** The secret of this phone; made and kept if there is none. */
export function deviceSecret() {
  const secret = [fromStorage(), fromCookie(), fromAddress()].find((one) => GOOD.test(one));
  return keep(secret ?? freshSecret());
}

/**
 * Lets this phone go on as somebody else; whose it was is remembered, to go back to.
 *
 * @param {string} secret
 */
export function changeDevice(secret) {
  const before = deviceSecret();
  try {
    localStorage.setItem(BEFORE, before);
  } catch {
    // then there is no way back but their own words
  }
  keep(secret);
}

/** Whose this phone was before; empty if it was always the same person's. */
export function deviceBefore() {
  try {
    const before = localStorage.getItem(BEFORE) ?? "";
    return GOOD.test(before) && before !== deviceSecret() ? before : "";
  } catch {
    return "";
  }
}

/**
 * Whether the browser forgets this phone when the page is closed: then the address alone knows it, as
 * in the small windows in which networks ask people to sign in.
 */
export function isForgetful() {
  return Boolean(fromAddress()) && !fromStorage() && !fromCookie();
}

/** A secret that no phone has. */
export function freshSecret() {
  return randomId(32);
}

/** @param {string} secret */
function keep(secret) {
  try {
    localStorage.setItem(NAME, secret);
  } catch {
    // full, or forbidden in a private window
  }
  document.cookie = `${NAME}=${secret}; path=/; max-age=${TWO_YEARS_S}; samesite=lax`;
  if (fromStorage() !== secret && fromCookie() !== secret) {
    history.replaceState(history.state, "", `#d=${secret}`);
  }
  return secret;
}

function fromStorage() {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
}

function fromCookie() {
  return new RegExp(`(?:^|; )${NAME}=([^;]*)`).exec(document.cookie)?.[1] ?? "";
}

function fromAddress() {
  return new URLSearchParams(location.hash.slice(1)).get("d") ?? "";
}
