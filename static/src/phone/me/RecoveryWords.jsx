import { useState } from "preact/hooks";
import { deviceBefore, changeDevice } from "../../shared/device/device-secret.js";
import { _, fill } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";
import { Recover } from "../join/Recover.jsx";
import { useWords } from "../join/recovery.js";

/** Shown until they are noted, once there is a place to be kept: the words that bring it back. */
export function KeepWords() {
  const { code, device, slices } = usePhone();
  const words = useWords(code, device, slices.me.person);
  const [seen, see] = useState(() => seenWords(code));
  if (!words || words === seen) return null;
  return (
    <div class="keep-words" role="note">
      <p>{fill(_("If this phone dies, these words bring you back: {words}"), { words: <Said words={words} /> })}</p>
      <button
        class="button"
        onClick={() => {
          noteSeen(code, words);
          see(words);
        }}
      >
        {_("Got it")}
      </button>
    </div>
  );
}

/** On the page about oneself: the words again, and lending the phone to somebody else. */
export function WordsSection() {
  const { code, device, slices } = usePhone();
  const words = useWords(code, device, slices.me.person);
  const before = deviceBefore();
  return (
    <section>
      <h2 class="section">{_("On another phone")}</h2>
      {words && (
        <p>
          {fill(_("{words} bring you and your place in the queue to another phone. Keep them to yourself."), {
            words: <Said words={words} />,
          })}
        </p>
      )}
      <Recover label={_("Somebody else needs this phone")} />
      {before && (
        <button
          class="button"
          onClick={() => {
            changeDevice(before);
            location.reload();
          }}
        >
          {_("Back to the phone’s owner")}
        </button>
      )}
    </section>
  );
}

/** @param {{words: string}} props */
function Said({ words }) {
  return (
    <b class="words" dir="ltr" lang="en">
      {words}
    </b>
  );
}

/** @param {string} code */
function seenWords(code) {
  try {
    return localStorage.getItem(`fishbowl_words_${code}`) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} code @param {string} words */
function noteSeen(code, words) {
  try {
    localStorage.setItem(`fishbowl_words_${code}`, words);
  } catch {
    // then they are shown again, which does no harm
  }
}
