/** The page behind a member's link, `/m#PASS`: keeps the pass here, signs in, and goes to their page. */

import { keepPass, keptPass, passMark, readPass, verifierOf } from "../shared/device/pass.js";
import { readPicture } from "../shared/device/read-picture.js";
import { all, dropFragment, fragment, one, post, showOnly } from "./page.js";

/** @typedef {import("../shared/device/pass.js").ReadPass} ReadPass */

const TOO_MANY = 429;
const FAILED = 500;

/** Opens the door, if there is a pass in the link; else offers to read a picture. */
export async function openDoor() {
  one("[data-picture]").addEventListener("change", readChosen);
  const read = readPass(fragment());
  if (read) return enter(read);
  const kept = fragment() ? null : keptPass();
  if (kept) return enter({ pass: kept.pass, installation: "" });
  showOnly("said", "none");
}

/** @param {ReadPass} read */
async function enter({ pass, installation }) {
  showOnly("said", "opening");
  if (installation && installation !== passMark()) return refuse(); // it is not told to anybody
  const { status, data } = await post("/m", { verifier: verifierOf(pass) });
  if (status === 0 || status >= FAILED) return showOnly("said", "lost");
  if (status === TOO_MANY) return showOnly("said", "too_fast");
  if (status !== 200) return refuse();
  keepPass({ pass, name: data.name });
  location.replace("/me"); // replaced, so that the pass leaves the history
}

function refuse() {
  dropFragment();
  showOnly("said", "wrong");
}

/** @param {Event} event */
async function readChosen({ currentTarget }) {
  const file = /** @type {HTMLInputElement} */ (currentTarget).files?.[0];
  if (!file) return;
  const said = all("[data-said-picture]");
  for (const line of said) line.hidden = true;
  const read = await readPicture(file, () => import("../shared/device/qr-reader.js")).catch(() => null);
  if (read) return enter(read);
  for (const line of said) line.hidden = false;
}
