import { useEffect, useState } from "preact/hooks";
import { keptPass } from "../../shared/device/kept-pass.js";
import { finishAttempt } from "./attempt.js";
import { KnownForm } from "./KnownForm.jsx";
import { noteAsked } from "./offered.js";
import { PassPage } from "./PassPage.jsx";

/** @typedef {{pass: string, name: string, isKept: boolean}} Given `isKept`: whether this browser keeps it */

/** The question, and once it is answered, the pass. */
export function Known() {
  const [given, give] = useState(/** @type {Given | null} */ (null));
  const [, look] = useState({});
  useEffect(() => {
    void finishAttempt().then((isMade) => isMade && look({}));
  }, []);
  const kept = keptPass();
  if (given) return <PassPage {...given} />;
  if (kept) return <PassPage {...kept} isKept />;
  return (
    <KnownForm
      onGiven={(one) => {
        noteAsked();
        give(one);
      }}
    />
  );
}
