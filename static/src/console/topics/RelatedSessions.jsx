import { useEffect, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";

/** @typedef {{question: string, from?: string, day: string, words: string, href: string}} Earlier */

const PAUSE_MS = 350;
const ENOUGH = 4; // letters: less says nothing about what the topic will be

/**
 * Earlier sessions that were about what is being typed. Nothing waits for them, and nothing is
 * said where there are none.
 * @param {{code: string, title: string}} props
 */
export function RelatedSessions({ code, title }) {
  const sessions = useEarlier(code, title.trim());
  return (
    <div class="related-sessions" aria-live="polite">
      {sessions.length > 0 && (
        <>
          <h3>{_("We talked about this before")}</h3>
          <ul>
            {sessions.map(({ question, from, day, words, href }) => (
              <li key={href}>
                <a href={href} target="_blank" rel="noopener">
                  <bdi>{words || question}</bdi>
                </a>
                <small>
                  {day} · <bdi>{question}</bdi>
                  {from && (
                    <>
                      {" · "}
                      <bdi>{from}</bdi>
                    </>
                  )}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** @param {string} code @param {string} title @returns {Earlier[]} */
function useEarlier(code, title) {
  const [found, setFound] = useState(/** @type {Earlier[]} */ ([]));
  useEffect(() => {
    if (title.length < ENOUGH) return setFound([]);
    const given_up = new AbortController();
    const timer = setTimeout(
      () =>
        fetch(`/${code}/before.json?${new URLSearchParams({ q: title })}`, { signal: given_up.signal })
          .then((answer) => (answer.ok ? answer.json() : { sessions: [] }))
          .then(({ sessions }) => given_up.signal.aborted || setFound(sessions))
          .catch(() => undefined),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      given_up.abort();
    };
  }, [code, title]);
  return found;
}
