import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { ANSWER_MS, Taps } from "./taps.js";

const ASK = /** @type {const} */ ({ do: "ask_for_chair" });

/** A connection that keeps what was sent, to be answered by hand. */
function line() {
  /** @type {{id: string, answer: (ack: any) => void}[]} */
  const sent = [];
  /** @type {import("./taps.js").Send} */
  const send = ({ id }, answer) => void sent.push({ id, answer });
  return { sent, send };
}

test("a tap goes out at once, and its answer comes back", async () => {
  const taps = new Taps(() => {});
  const { sent, send } = line();
  taps.connected(send);
  const answer = taps.add(ASK);
  assert.deepEqual([taps.pending.length, taps.unsent.length], [1, 0]);
  sent[0].answer({ ok: true });
  assert.deepEqual(await answer, { ok: true });
  assert.equal(taps.pending.length, 0);
});

test("a tap without a connection waits to be seen, and is sent once", () => {
  const taps = new Taps(() => {});
  taps.add(ASK);
  assert.deepEqual(taps.unsent.map((tap) => tap.command), [ASK]);
  const { sent, send } = line();
  taps.connected(send);
  assert.equal(sent.length, 1);
  assert.equal(taps.unsent.length, 0);
});

test("a tap whose answer was lost goes out again under its id, and counts one answer", async () => {
  const taps = new Taps(() => {});
  const first = line();
  taps.connected(first.send);
  const answer = taps.add(ASK);
  taps.disconnected();
  assert.equal(taps.unsent.length, 1);
  const second = line();
  taps.connected(second.send);
  assert.equal(second.sent[0].id, first.sent[0].id);
  second.sent[0].answer({ ok: true });
  first.sent[0].answer({ ok: false });
  assert.deepEqual(await answer, { ok: true });
});

test("a tap can be taken back as long as it has not been sent", () => {
  const taps = new Taps(() => {});
  taps.add(ASK);
  taps.takeBack(taps.unsent[0].id);
  const { sent, send } = line();
  taps.connected(send);
  assert.equal(sent.length, 0);
  taps.add(ASK);
  taps.takeBack(taps.pending[0].id);
  assert.equal(taps.pending.length, 1);
});

test("ids fit what the server takes", () => {
  const taps = new Taps(() => {});
  taps.add(ASK);
  assert.match(taps.pending[0].id, /^[A-Za-z0-9_-]{22}$/);
});

test("a tap without an answer in time is unconfirmed, and goes out again under its id", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let changes = 0;
  const taps = new Taps(() => (changes += 1));
  const first = line();
  taps.connected(first.send);
  const answer = taps.add(ASK);
  const before = changes;
  mock.timers.tick(ANSWER_MS - 1);
  assert.equal(taps.unconfirmed.length, 0);
  mock.timers.tick(1);
  assert.deepEqual([taps.unconfirmed.length, taps.pending.length, changes], [1, 1, before + 1]);
  taps.disconnected();
  assert.equal(taps.unconfirmed.length, 0);
  const second = line();
  taps.connected(second.send);
  assert.equal(second.sent[0].id, first.sent[0].id);
  second.sent[0].answer({ ok: true });
  assert.deepEqual(await answer, { ok: true });
  mock.timers.tick(ANSWER_MS);
  assert.equal(taps.unconfirmed.length, 0);
  mock.timers.reset();
});

test("a late answer still counts, and the tap is not unconfirmed any more", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const taps = new Taps(() => {});
  const { sent, send } = line();
  taps.connected(send);
  const answer = taps.add(ASK);
  mock.timers.tick(ANSWER_MS);
  sent[0].answer({ ok: true });
  assert.deepEqual(await answer, { ok: true });
  assert.deepEqual([taps.unconfirmed.length, taps.pending.length], [0, 0]);
  mock.timers.reset();
});
