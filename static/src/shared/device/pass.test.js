import assert from "node:assert/strict";
import test from "node:test";
import { dropPass, keepPass, keptPass, makePass, passLink, readPass, verifierOf } from "./pass.js";
import { qrOf } from "./pass-qr.js";
import { readPixels } from "./qr-reader.js";

const PASS = "000G-40R4-0M30-E209-185G-R38E-1W81-24GK";

/** A browser that keeps what it is given, or refuses to. @param {{mark?: string, keeps?: boolean}} [how] */
function inBrowser({ mark = "3f2a9c01", keeps = true } = {}) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  Object.assign(globalThis, {
    document: { documentElement: { dataset: { installation: mark } } },
    localStorage: {
      getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
      setItem(/** @type {string} */ name, /** @type {string} */ value) {
        if (!keeps) throw new DOMException("full", "QuotaExceededError");
        kept.set(name, value);
      },
      removeItem: (/** @type {string} */ name) => kept.delete(name),
    },
  });
  return kept;
}

test("a pass is eight groups of four, never the same twice, and is read as it was written", () => {
  const passes = Array.from({ length: 200 }, makePass);
  assert.equal(new Set(passes).size, 200);
  for (const pass of passes) {
    assert.match(pass, /^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.deepEqual(readPass(pass), { pass, installation: "" });
  }
});

test("a pass that somebody typed is read in spite of small letters, spaces and look-alikes", () => {
  assert.equal(readPass("ooo g4or4 om30 e2o9 i85g r38e lw81 24gk")?.pass, PASS);
  assert.equal(readPass(` ${PASS.replace(/-/g, "\u2013")}\n`)?.pass, PASS);
});

test("what is no pass is not read as one", () => {
  for (const text of ["", "hello", PASS.slice(0, -1), `${PASS}0`, PASS.replace("G", "U"), "https://a.example/m#", "https://a.example/m"]) {
    assert.equal(readPass(text), null, text);
  }
});

test("a link carries the pass and its installation behind the #, wherever it leads", () => {
  inBrowser();
  const link = passLink(PASS, "http://192.168.7.3:8000");
  assert.equal(link, `http://192.168.7.3:8000/m#${PASS}.3f2a9c01`);
  assert.deepEqual(readPass(link), { pass: PASS, installation: "3f2a9c01" });
  assert.equal(new URL(link).pathname, "/m");
});

test("no pass, no verifier", () => {
  assert.throws(() => verifierOf("nothing", "3f2a9c01"));
});

test("at a laptop the pass is the home's: its link leads there, and what is shown is another verifier", () => {
  inBrowser({ mark: "a0b1c2d3" });
  const own = verifierOf(PASS);
  Object.assign(document.documentElement.dataset, { home: "3f2a9c01", homeUrl: "https://home.example" });
  assert.equal(passLink(PASS), `https://home.example/m#${PASS}.3f2a9c01`);
  assert.notEqual(verifierOf(PASS), own);
  assert.notEqual(verifierOf(PASS), verifierOf(PASS, "3f2a9c01", ""));
  keepPass({ pass: PASS, name: "Ingrid" });
  document.documentElement.dataset.installation = "00000000"; // another laptop of the same home
  assert.equal(keptPass()?.name, "Ingrid");
});

test("a browser keeps one pass for each installation until it is dropped", () => {
  const kept = inBrowser();
  assert.equal(keptPass(), null);
  assert.equal(keepPass({ pass: PASS, name: "Ingrid" }), true);
  assert.deepEqual(keptPass(), { pass: PASS, name: "Ingrid" });
  document.documentElement.dataset.installation = "00000000";
  assert.equal(keptPass(), null);
  document.documentElement.dataset.installation = "3f2a9c01";
  dropPass();
  assert.equal(kept.size, 0);
});

test("a browser that keeps nothing says so, and what another script wrote is no pass", () => {
  inBrowser({ keeps: false });
  assert.equal(keepPass({ pass: PASS, name: "Ingrid" }), false);
  assert.equal(keptPass(), null);
  for (const value of ["{", "7", '{"pass": 7}']) {
    inBrowser().set("fishbowl_pass_3f2a9c01", value);
    assert.equal(keptPass(), null);
  }
});

test("the QR of a link is read as the link", () => {
  inBrowser();
  const link = passLink(PASS, "http://192.168.7.3:8000");
  assert.equal(readPixels(drawn(qrOf(link), 6)), link);
});

test("a picture without a QR says nothing", () => {
  const side = 200;
  assert.equal(readPixels({ width: side, height: side, data: new Uint8ClampedArray(side * side * 4).fill(255) }), "");
});

/** @param {import("./pass-qr.js").Qr} qr @param {number} scale pixels a module */
function drawn({ size, path }, scale) {
  const side = size * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let at = Number(x) * scale; at < (Number(x) + Number(width)) * scale; at += 1) {
        data.fill(0, (row * side + at) * 4, (row * side + at) * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}
