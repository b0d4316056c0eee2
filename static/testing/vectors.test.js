/** Cases of rules that Python and JavaScript both know; tests/vectors/test_vectors.py is the other half. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nextInLine } from "../src/console/desk/actions.js";
import { homeHashOf, readPass, verifierOf } from "../src/shared/device/pass.js";
import { exportsOf, isRecorded, peopleChoose } from "../src/shared/method/attribution.js";
import { figuresOf } from "../src/shared/method/equity.js";
import { doorsAt } from "../src/shared/time/hours.js";
import { lateMs } from "../src/shared/method/run-of-show.js";
import { waitWords } from "../src/shared/method/wait-estimate.js";

/** @param {string} name */
function cases(name) {
  return JSON.parse(readFileSync(new URL(`../../tests/vectors/${name}.json`, import.meta.url), "utf8"));
}

/** @param {number} found @param {number} wanted @param {string} what */
function near(found, wanted, what) {
  assert.ok(Math.abs(found - wanted) < 1e-6, `${what}: ${found} is not ${wanted}`);
}

for (const of of cases("equity")) {
  test(`equity: ${of.what}`, () => {
    const voices = of.voices.map((/** @type {any} */ voice) => ({
      person: { id: voice.id },
      first: voice.first,
      talk_ms: voice.talk,
      since_run_ms: voice.since,
      longest_ms: voice.longest,
    }));
    const [facilitator_ms, facilitator_since_run_ms] = of.facilitator;
    const talk = /** @type {any} */ ({ tracked: of.tracked, voices, facilitator_ms, facilitator_since_run_ms });
    const found = figuresOf(talk, of.at);
    const marked = (/** @type {string} */ how) => [...found.marks].filter(([, mark]) => mark === how).map(([id]) => id);
    assert.equal(found.totalMs, of.total);
    near(found.gini, of.gini, "gini");
    near(found.loudestShare, of.loudest_share, "loudest share");
    assert.equal(found.longest?.person.id ?? null, of.longest);
    assert.equal(found.longestMs, of.longest_ms);
    assert.equal(found.firstTimers, of.first_timers);
    assert.deepEqual([marked("below"), marked("above")], [of.below, of.above]);
  });
}

for (const of of cases("lateness")) {
  test(`lateness: ${of.what}`, () => {
    const phases = of.phases.map((/** @type {number} */ planned_ms) => ({ kind: "bowl", planned_ms }));
    const run = /** @type {any} */ ({ phases, index: of.index, began_run_ms: of.began });
    assert.equal(lateMs(run, of.planned, of.at), of.late);
  });
}

for (const of of cases("hours")) {
  test(`hours: ${of.what}`, () => {
    assert.equal(doorsAt({ opens_at_ms: of.opens, closes_at_ms: of.closes }, of.at), of.doors);
  });
}

for (const of of cases("wait")) {
  test(`wait: ${of.what}`, () => {
    for (const [place, words] of Object.entries(of.words)) assert.equal(waitWords(of.pace, Number(place)), words);
  });
}

for (const of of cases("next_in_line")) {
  test(`next in line: ${of.what}`, () => {
    const next = of.named === null ? null : { args: { request: of.named } };
    const items = of.items.map((/** @type {any} */ item) => ({ ...item, why: { reason: item.reason } }));
    const slices = /** @type {any} */ ({ action: { next }, queue: { items } });
    assert.equal(nextInLine(slices)?.request ?? null, of.next);
  });
}

for (const [attribution, of] of Object.entries(cases("attribution"))) {
  test(`attribution: ${attribution}`, () => {
    const own = /** @type {import("../src/wire").Attribution} */ (attribution);
    assert.deepEqual(exportsOf(own), of.exports);
    assert.deepEqual([isRecorded(own), peopleChoose(own)], [of.recorded, of.people_choose]);
  });
}

for (const of of cases("passes")) {
  test(`passes: ${of.what}`, () => {
    assert.equal(readPass(of.typed)?.pass, of.pass);
    assert.equal(verifierOf(of.typed, of.installation, ""), of.verifier);
    assert.equal(homeHashOf(of.typed, of.installation), of.hash);
    assert.equal(verifierOf(of.typed, of.laptop, of.installation), of.at_laptop);
  });
}
