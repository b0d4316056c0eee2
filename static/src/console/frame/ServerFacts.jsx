import { useEffect, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { serverFacts } from "./server-facts.js";

/** @import {Vitals} from "./server-facts.js" */

const AGAIN_MS = 5_000;

/**
 * The state of the server in one line; problems are shown above the bowl anyway.
 *
 * @param {{code: string}} props
 */
export function ServerFacts({ code }) {
  const vitals = useVitals(code);
  return (
    <section class="settings server-facts" aria-labelledby="server-facts">
      <h3 id="server-facts">{_("This server")}</h3>
      {vitals === null ? (
        <p class="hint">{_("Asking the server…")}</p>
      ) : (
        <ul class="hint facts-line">
          {serverFacts(vitals).map(({ words, matters }) => (
            <li key={words} class={matters ? "matters" : ""}>
              {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The latest numbers; `null` until they are there. @param {string} code @returns {Vitals | null} */
function useVitals(code) {
  const [vitals, setVitals] = useState(/** @type {Vitals | null} */ (null));
  useEffect(() => {
    const asking = new AbortController();
    const ask = () =>
      fetch(`/${code}/server.json`, { signal: asking.signal, cache: "no-store" })
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((found) => found && setVitals(found))
        .catch(() => undefined);
    ask();
    const timer = setInterval(ask, AGAIN_MS);
    return () => {
      clearInterval(timer);
      asking.abort();
    };
  }, [code]);
  return vitals;
}
