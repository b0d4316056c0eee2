import assert from "node:assert/strict";
import test from "node:test";
import { keepPass, keptPass } from "../../shared/device/kept-pass.js";
import { homeHashOf, verifierOf } from "../../shared/device/pass.js";
import { becomeKnown, goesBetween, linkSession, lookAtLink, signIn, unlinkSession } from "./members.js";
import { linkOf, noteLink } from "./offered.js";

const PASS = "000G-40R4-0M30-E209-185G-R38E-1W81-24GK";

/**
 * A browser, and a server that answers as it is told, in order.
 *
 * @param {...([number, object?] | "lost")} answers
 */
function server(...answers) {
  /** @type {{way: string, method: string, body: any, device: string}[]} */
  const asked = [];
  /** @type {Map<string, string>} */
  const kept = new Map();
  Object.assign(globalThis, {
    document: { documentElement: { lang: "de", dataset: { installation: "3f2a9c01" } } },
    localStorage: {
      getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
      setItem: (/** @type {string} */ name, /** @type {string} */ value) => void kept.set(name, value),
      removeItem: (/** @type {string} */ name) => kept.delete(name),
    },
    fetch: async (/** @type {string} */ way, /** @type {any} */ { method, body, headers }) => {
      asked.push({ way, method, body: body && JSON.parse(body), device: headers["X-Fishbowl-Device"] ?? "" });
      const answer = answers.shift() ?? "lost";
      if (answer === "lost") throw new TypeError("no network");
      const [status, said] = answer;
      return { ok: status < 300, status, json: async () => (said ? said : Promise.reject(new Error("empty"))) };
    },
  });
  return asked;
}

const WANTED = { id: "i".repeat(22), pass: PASS, name: "Ingrid", reach: /** @type {const} */ ("pass"), contact: "", consents: ["meet"], link: true };
const PHONE = { code: "WAVE47", device: "d".repeat(32) };

test("who wants to be known shows the verifier and the phone, and never the pass", async () => {
  const asked = server([201, { way: "/me" }]);
  assert.equal((await becomeKnown(WANTED, PHONE)).ok, true);
  const [{ way, body, device }] = asked;
  assert.deepEqual([way, device], ["/members", PHONE.device]);
  assert.deepEqual(body, {
    id: WANTED.id, verifier: verifierOf(PASS), name: "Ingrid", language: "de", time_zone: body.time_zone,
    reach: "pass", contact: "", consents: ["meet"], session: "WAVE47", linked: true,
  });
  assert.ok(!JSON.stringify(asked).includes(PASS.slice(0, 9)));
  assert.equal(linkOf("WAVE47"), "linked");
});

test("a reason is told as the server says it, and a lost answer as what can be tried again", async () => {
  server([422, { code: "contact_wrong" }], [429], [503], "lost", [500]);
  const codes = [];
  for (let no = 0; no < 5; no += 1) codes.push(/** @type {any} */ (await becomeKnown(WANTED, PHONE)).code);
  assert.deepEqual(codes, ["contact_wrong", "too_fast", "unreachable", "unreachable", "unreachable"]);
});

test("whose sign-in is over shows the pass again, under the name that is known now", async () => {
  const asked = server([403], [200, { name: "Ingrid H.", is_host: false }], [204]);
  keepPass({ pass: PASS, name: "Ingrid" });
  assert.equal(await linkSession("WAVE47", PHONE.device), "");
  assert.deepEqual(asked.map(({ way }) => way), ["/me/sessions/WAVE47", "/m", "/me/sessions/WAVE47"]);
  assert.equal(keptPass()?.name, "Ingrid H.");
});

test("a pass that is none any more says so, and what could not be sent stays wanted", async () => {
  server([403, { code: "pass_unknown" }]);
  assert.deepEqual(await signIn(PASS), { ok: false, code: "pass_unknown" });
  server("lost");
  assert.equal(await linkSession("PATH39", PHONE.device), "unreachable");
});

test("a link that was taken away on the member's page is none on the phone either", async () => {
  server([200, { linked: false }]);
  noteLink("WAVE47", "linked");
  assert.equal(await lookAtLink("WAVE47"), true);
  assert.equal(linkOf("WAVE47"), "");
  server("lost");
  noteLink("WAVE47", "linked");
  assert.equal(await lookAtLink("WAVE47"), false);
  assert.equal(linkOf("WAVE47"), "linked");
});

test("at a laptop that has a home every wish shows the laptop's verifier, and joining what home is to keep", async () => {
  const asked = server([201, { way: "https://home.example/m" }], [204], [204]);
  Object.assign(document.documentElement.dataset, { installation: "a0b1c2d3", home: "3f2a9c01" });
  assert.equal((await becomeKnown(WANTED, PHONE)).ok, true);
  keepPass({ pass: PASS, name: "Ingrid" });
  assert.equal(await linkSession("WAVE47", PHONE.device), "");
  assert.equal(await unlinkSession("WAVE47"), "");
  const [join, link, unlink] = asked.map(({ body }) => body);
  assert.equal(join.home_hash, homeHashOf(PASS, "3f2a9c01"));
  assert.deepEqual([link, unlink], [{ verifier: join.verifier }, { verifier: join.verifier }]);
  assert.notEqual(join.verifier, verifierOf(PASS, "3f2a9c01", ""));
});

test("who looks for something reads that the other one gives it, also where their line is not shared", () => {
  const need = { side: /** @type {const} */ ("need"), words: "First patches" };
  const offer = { side: /** @type {const} */ ("offer"), words: "An hour a month" };
  assert.deepEqual(goesBetween({ own: [need], theirs: [] }), { gives: true, seeks: false });
  assert.deepEqual(goesBetween({ own: [], theirs: [offer] }), { gives: true, seeks: false });
  assert.deepEqual(goesBetween({ own: [offer], theirs: [] }), { gives: false, seeks: true });
  assert.deepEqual(goesBetween({ own: [need, offer], theirs: [offer] }), { gives: true, seeks: true });
});
