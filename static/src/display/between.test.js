import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { BACK_AFTER_MS, goBackWhenOver, wallBefore } from "./between.js";

afterEach(() => mock.timers.reset());

const WALL = "/series/lunch/wall";

/** A room that is told its state. */
function roomOf() {
  const told = /** @type {(() => void)[]} */ ([]);
  return {
    slices: /** @type {any} */ ({}),
    status: /** @type {any} */ ("connecting"),
    /** @param {() => void} listener */
    subscribe(listener) {
      told.push(listener);
      return () => undefined;
    },
    /** @param {string} state */
    is(state) {
      this.status = "live";
      this.slices = { session: { state } };
      for (const listener of told) listener();
    },
  };
}

test("only a display that came from a wall knows the way back, in any script", () => {
  assert.equal(wallBefore(""), null);
  assert.equal(wallBefore("?room=Attic"), null);
  assert.equal(wallBefore("?wall=lunch"), WALL);
  assert.equal(wallBefore("?wall=a%2F..%2Fb&room=%E4%BC%9A%E5%A0%B4%201"), "/series/a%2F..%2Fb/wall?room=%E4%BC%9A%E5%A0%B4%201");
});

test("it goes back some time after the end, and again until it is there", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const [room, gone] = [roomOf(), /** @type {string[]} */ ([])];
  goBackWhenOver(room, WALL, (to) => gone.push(to));
  room.is("running");
  mock.timers.tick(2 * BACK_AFTER_MS);
  assert.deepEqual(gone, []);
  room.is("closed");
  mock.timers.tick(BACK_AFTER_MS - 1);
  assert.deepEqual(gone, []);
  mock.timers.tick(1);
  assert.deepEqual(gone, [WALL]);
  mock.timers.tick(BACK_AFTER_MS);
  assert.ok(gone.length > 1);
});

test("a session that goes on again keeps its display", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const [room, gone] = [roomOf(), /** @type {string[]} */ ([])];
  goBackWhenOver(room, WALL, (to) => gone.push(to));
  room.is("closed");
  mock.timers.tick(BACK_AFTER_MS / 2);
  room.is("running");
  mock.timers.tick(2 * BACK_AFTER_MS);
  assert.deepEqual(gone, []);
});
