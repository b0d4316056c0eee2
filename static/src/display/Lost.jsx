import { useEffect, useState } from "preact/hooks";
import { _ } from "../shared/i18n/i18n.js";

const QUIET_MS = 3_000; // after the room says so: a gap of five seconds is nobody's business on the wall

/** A line that says that what is shown may be out of date. */
export function Lost() {
  const [quiet, setQuiet] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(false), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return quiet ? null : (
    <p class="wall-lost" role="status">
      {_("Reconnecting… this is how it was a moment ago.")}
    </p>
  );
}
