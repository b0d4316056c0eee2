/** Finding back: the three words of this phone, and going on as somebody on it. */

import { useEffect, useState } from "preact/hooks";
import { changeDevice, freshSecret } from "../../shared/device/device-secret.js";

/** @typedef {{words: string} | {token: string}} Proof */
/** @typedef {{ok: true} | {ok: false, error: import("../../wire").Said}} Recovered */

const HEADER = "X-Fishbowl-Device";

/**
 * The words that bring this person back on another phone.
 *
 * @param {string} code
 * @param {string} device
 * @param {number} person they change with whom this phone belongs to
 * @returns {string} empty until they are known
 */
export function useWords(code, device, person) {
  const [words, setWords] = useState("");
  useEffect(() => {
    let isWanted = true;
    if (!person) return;
    fetch(`/${code}/words.json`, { headers: { [HEADER]: device }, cache: "no-store" })
      .then((answer) => (answer.ok ? answer.json() : { words: [] }))
      .then((found) => isWanted && setWords(found.words.join(" ")))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [code, device, person]);
  return words;
}

/**
 * Go on as somebody on this phone. If it is another person's, it gets a secret of its own for that,
 * and the page begins anew; they can go back.
 *
 * @param {string} code
 * @param {string} device
 * @param {Proof} proof
 * @returns {Promise<Recovered>}
 */
export async function recover(code, device, proof) {
  const answer = await post(code, device, proof);
  if (answer.ok || answer.error.code !== "device_taken") return answer;
  const secret = freshSecret();
  const other = await post(code, secret, proof);
  if (other.ok) {
    changeDevice(secret);
    location.reload();
  }
  return other;
}

/**
 * Ask the facilitator to be let in again.
 *
 * @param {string} code
 * @param {string} device
 * @param {string} name as the room knows it
 */
export function askBack(code, device, name) {
  return post(code, device, { name }, "/ask");
}

/**
 * @param {string} code
 * @param {string} device
 * @param {Proof | {name: string}} body
 * @param {string} [way]
 * @returns {Promise<Recovered>}
 */
async function post(code, device, body, way = "") {
  try {
    const answer = await fetch(`/${code}/recover${way}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", [HEADER]: device },
      body: JSON.stringify(body),
    });
    return await answer.json();
  } catch {
    return { ok: false, error: { code: "not_saved" } };
  }
}

/**
 * What the facilitator's link carries behind the #; taken out of the address, so that it stays in
 * no history.
 *
 * @returns {string} empty if this is no such link
 */
export function movingToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get("move") ?? "";
  if (token) history.replaceState(history.state, "", location.pathname);
  return token;
}
