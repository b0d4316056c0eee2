import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { spoken } from "./join-code.js";

const cases = JSON.parse(readFileSync(new URL("../../../../tests/vectors/spoken.json", import.meta.url), "utf8"));

test("a code is written as one says it, here as on the server", () => {
  for (const [code, written] of Object.entries(cases)) assert.equal(spoken(code), written);
});
