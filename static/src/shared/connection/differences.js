/** Puts the differences of slices into effect (fishbowl/views/differences.py makes them); pure. */

/**
 * What an object, a string or a list is after a difference; what stays is shared with `before`.
 *
 * @param {any} before
 * @param {any} difference steps for a string or a list, `set`, `in` and `drop` for an object
 * @returns {any}
 * @throws {RangeError} it is no difference of this value
 */
export function patched(before, difference) {
  if (!Array.isArray(difference)) return object(before, difference);
  if (typeof before === "string") return sequence(before, difference).join("");
  return sequence(before, difference).flat();
}

/** @param {any} before @param {any} difference */
function object(before, { set = {}, in: inner = {}, drop = [] }) {
  if (typeof before !== "object" || before === null || Array.isArray(before)) throw misfit();
  const after = { ...before, ...set };
  for (const [name, difference] of Object.entries(inner)) after[name] = patched(before[name], difference);
  for (const name of drop) delete after[name];
  return after;
}

/**
 * The pieces that a string or a list then consists of.
 *
 * @param {string | any[]} before
 * @param {any[]} steps
 * @returns {any[]}
 */
function sequence(before, steps) {
  if (typeof before !== "string" && !Array.isArray(before)) throw misfit();
  const pieces = [];
  let at = 0;
  for (const step of steps) {
    if (typeof step === "number") {
      if (step > 0) pieces.push(before.slice(at, at + step));
      at += Math.abs(step);
    } else if (typeof step === "string" || Array.isArray(step)) {
      pieces.push(step);
    } else {
      pieces.push([patched(before[at], step)]);
      at += 1;
    }
    if (at > before.length) throw misfit();
  }
  pieces.push(before.slice(at));
  return pieces;
}

const misfit = () => new RangeError("a difference of something else");
