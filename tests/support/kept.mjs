/**
 * Keeps views as a page does, with the page's own code, for tests in Python.
 *
 * Each line of the input is a message of the wire, or `null` where the line was cut; each line of
 * the output is what is kept after it, or `null` if the whole view is needed.
 */

import { createInterface } from "node:readline";
import { NOTHING, keepNewer } from "../../static/src/shared/connection/slices.js";

let kept = NOTHING;
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  const next = message === null ? NOTHING : keepNewer(kept, message);
  kept = next ?? kept;
  console.log(JSON.stringify(next));
}
