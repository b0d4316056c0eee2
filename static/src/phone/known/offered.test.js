import assert from "node:assert/strict";
import test from "node:test";
import { keepPass } from "../../shared/device/kept-pass.js";
import { isAsked, isOffered, linkOf, mayLink, noteAsked, noteLink } from "./offered.js";

/** A phone in a session, in a browser that keeps what it is given. @param {object} [session] @param {string} [community] */
function phone(session, community = "Stewards") {
  /** @type {Map<string, string>} */
  const kept = new Map();
  Object.assign(globalThis, {
    document: { documentElement: { dataset: { installation: `${Math.random()}` } } },
    localStorage: {
      getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
      setItem: (/** @type {string} */ name, /** @type {string} */ value) => void kept.set(name, value),
      removeItem: (/** @type {string} */ name) => kept.delete(name),
    },
  });
  const slices = { session: { attribution: "named", under_18: false, ...session } };
  return /** @type {any} */ ({ community, slices });
}

test("the closing asks once, and not who holds a pass", () => {
  const asked = phone();
  assert.equal(isAsked(asked), true);
  noteAsked();
  assert.equal(isAsked(asked), false);
  assert.equal(isOffered(asked), true); // under "About you" it stays
  const known = phone();
  keepPass({ pass: "0000-0000-0000-0000-0000-0000-0000-0000", name: "Ingrid" });
  assert.equal(isAsked(known), false);
});

test("where nobody is responsible, and for under-18s, no pass is spoken of", () => {
  for (const one of [phone({}, ""), phone({ under_18: true, attribution: "chatham_house" })]) {
    assert.equal(isOffered(one), false);
    assert.equal(isAsked(one), false);
  }
});

test("under the Chatham House rule nobody is asked and nothing is linked", () => {
  const one = phone({ attribution: "chatham_house" });
  assert.equal(isAsked(one), false);
  assert.equal(mayLink(one.slices.session), false);
  assert.equal(mayLink(phone({ attribution: "opt_in" }).slices.session), true);
});

test("the phone remembers what is to become of a session, each by itself", () => {
  phone();
  assert.equal(linkOf("WAVE47"), "");
  noteLink("WAVE47", "wanted");
  noteLink("PATH39", "linked");
  assert.deepEqual([linkOf("WAVE47"), linkOf("PATH39")], ["wanted", "linked"]);
  noteLink("WAVE47", "");
  assert.equal(linkOf("WAVE47"), "");
});
