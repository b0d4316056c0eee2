import { useRef, useState } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { keepPass } from "../../shared/device/kept-pass.js";
import { passMark, readPass } from "../../shared/device/pass.js";
import { readPicture } from "../../shared/device/read-picture.js";
import { _ } from "../../shared/i18n/i18n.js";
import { signIn } from "./members.js";
import { knownReason } from "./reasons.js";

/** @typedef {import("../../shared/device/pass.js").ReadPass} ReadPass */

const fetchReader = () => import("../../phone-reader.js");
const PASTED_MAX = 300; // letters; a link is shorter

/**
 * Reads a pass that this browser does not hold: from its saved picture, or as it is typed or pasted.
 *
 * @param {{onRead: () => void, isOpen?: boolean}} props `onRead`: it is good, and kept as far as this browser keeps anything
 */
export function HavePass({ onRead, isOpen = false }) {
  const [open, setOpen] = useState(isOpen);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const [waits, wait] = useState(false);
  const picture = useRef(/** @type {HTMLInputElement | null} */ (null));

  const say = (/** @type {string} */ text) => {
    setProblem(text);
    announce(text);
  };
  const use = async (/** @type {ReadPass | null} */ read, /** @type {string} */ missing) => {
    if (!read) return say(missing);
    if (read.installation && read.installation !== passMark()) return say(elsewhere());
    const mine = await signIn(read.pass);
    if (!mine.ok) return say(mine.code === "pass_unknown" ? notKnown() : knownReason(mine.code));
    keepPass({ pass: read.pass, name: mine.body.name });
    onRead();
  };
  const whileWaiting = async (/** @type {() => Promise<void>} */ run) => {
    if (waits) return;
    wait(true);
    setProblem("");
    await run().catch(() => say(knownReason("unreachable")));
    wait(false);
  };
  const fromPicture = () =>
    whileWaiting(async () => {
      const [file] = picture.current?.files ?? [];
      if (file) await use(await readPicture(file, fetchReader), _("There is no pass in this picture, or it cannot be read. Choose the one that you saved, or type the pass."));
      if (picture.current) picture.current.value = ""; // the same one can be chosen again
    });
  const fromWords = () =>
    whileWaiting(() => use(readPass(typed), _("That is no pass. It has eight groups of four letters and digits.")));

  if (!open) {
    return (
      <button type="button" class="button button-quiet" onClick={() => setOpen(true)}>
        {_("I have a pass")}
      </button>
    );
  }
  return (
    <div class="have-pass" role="group" aria-label={_("I have a pass")}>
      <label class="button have-pass-picture" aria-disabled={waits}>
        {_("Choose the picture of my pass")}
        <input type="file" accept="image/*" ref={picture} class="visually-hidden" onChange={fromPicture} />
      </label>
      <div class="field">
        <label class="field-label" for="have-pass">
          {_("Or type it, or paste its link")}
        </label>
        <div class="name-row">
          <input
            class="field-input"
            id="have-pass"
            dir="ltr"
            value={typed}
            maxLength={PASTED_MAX}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby="have-pass-hint"
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault(); // it may stand in the form that asks for a name
              fromWords();
            }}
          />
          <button type="button" class="button" aria-disabled={waits} onClick={fromWords}>
            {_("Use it")}
          </button>
        </div>
        <p class={problem ? "field-hint is-missing" : "field-hint"} id="have-pass-hint">
          {waits ? _("Reading…") : problem || _("The picture is read on this phone and sent nowhere.")}
        </p>
      </div>
    </div>
  );
}

function elsewhere() {
  return _("This is a pass of another community. Here it opens nothing; you can come in with a name.");
}

function notKnown() {
  return _("Nobody is known here by this pass: it belongs to another community, or it was replaced. You can come in with a name.");
}
