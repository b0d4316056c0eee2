import assert from "node:assert/strict";
import { test } from "node:test";
import { healthWords, isUrgent } from "./server-health.js";

/** @param {string} code @param {Record<string, unknown>} params */
const condition = (code, params = {}) => ({ code, since_ms: Date.UTC(2026, 10, 29, 14, 2), params });

test("every condition of the server has words that say what is safe or what to do", () => {
  for (const [code, params] of /** @type {[string, Record<string, unknown>][]} */ ([
    ["not_saved", { why: "disk_full" }],
    ["not_saved", { why: "unheard of" }],
    ["saving_slow", {}],
    ["file_moved", { file: "talks.continued-1.db", why: "deleted" }],
    ["session_broken", { codes: ["WAVE47"] }],
    ["community_broken", { codes: [""] }],
    ["clock_set", { by_s: -7200 }],
    ["clock_set", { by_s: 43200 }],
    ["taken_over", { address: "http://192.168.1.21:8080" }],
    ["former_untold", { address: "http://192.168.1.20:8080" }],
    ["standby_behind", { address: "http://192.168.1.21:8080", away: true }],
    ["standby_behind", { address: "http://192.168.1.21:8080", away: false }],
    ["lagging", {}],
    ["disk_low", { free_mb: 400 }],
    ["slept", { seconds: 600, until_ms: 0 }],
  ])) {
    const words = healthWords(condition(code, params));
    assert.notEqual(words, code);
    assert.ok(!words.includes("{") && !words.includes("undefined"), words);
  }
});

test("what goes on is urgent, what is over is not", () => {
  assert.ok(isUrgent(condition("not_saved")));
  assert.ok(isUrgent(condition("taken_over")));
  assert.ok(!isUrgent(condition("file_moved")));
});
