/**
 * The secret by which a phone is known again, kept wherever the browser keeps anything.
 *
 * Private windows and scanner apps forget storage or cookies, so both are tried, and where
 * neither lasts the address itself carries it.
 */

import { randomId } from "./random.js";

const NAME = "fishbowl_device";
const GOOD = /^[A-Za-z0-9_-]{16,64}$/;
const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/** The secret of this phone; made and kept if there is none. */
export function deviceSecret() {
  const secret = [fromStorage(), fromCookie(), fromAddress()].find((one) => GOOD.test(one));
  return keep(secret ?? randomId(32));
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
