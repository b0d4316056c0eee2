import assert from "node:assert/strict";
import test from "node:test";
import { keptPass } from "../../shared/device/kept-pass.js";
import { dropAttempt, finishAttempt, keepAttempt, keptAttempt } from "./attempt.js";

const ATTEMPT = { id: "i".repeat(22), pass: "000G-40R4-0M30-E209-185G-R38E-1W81-24GK" };

/** A browser, and a server that answers once. @param {[number, object] | "lost"} answer */
function server(answer) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  Object.assign(globalThis, {
    document: { documentElement: { dataset: { installation: "3f2a9c01" } } },
    localStorage: {
      getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
      setItem: (/** @type {string} */ name, /** @type {string} */ value) => void kept.set(name, value),
      removeItem: (/** @type {string} */ name) => kept.delete(name),
    },
    fetch: async () => {
      if (answer === "lost") throw new TypeError("no network");
      return { ok: answer[0] < 300, status: answer[0], json: async () => answer[1] };
    },
  });
}

test("a member whose answer was lost holds the pass after the page was loaded again", async () => {
  server([200, { name: "Ingrid", is_host: false }]);
  keepAttempt(ATTEMPT);
  assert.equal(keptPass(), null);
  assert.equal(await finishAttempt(), true);
  assert.deepEqual(keptPass(), { pass: ATTEMPT.pass, name: "Ingrid" });
  assert.equal(keptAttempt(), null);
});

test("a form that never arrived goes on with the same id and pass, and holds no pass meanwhile", async () => {
  for (const answer of /** @type {const} */ (["lost", [403, {}]])) {
    server(/** @type {any} */ (answer));
    keepAttempt(ATTEMPT);
    assert.equal(await finishAttempt(), false);
    assert.deepEqual(keptAttempt(), ATTEMPT);
    assert.equal(keptPass(), null);
  }
  dropAttempt();
  assert.equal(keptAttempt(), null);
});
