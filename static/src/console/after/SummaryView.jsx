import { useEffect, useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";

const SETTLE_MS = 150;

/**
 * The summary page, read here at once: its own document with its own styles, in a shadow of this one.
 *
 * @param {{code: string, changes: unknown[]}} props `changes`: what tells that it has changed
 */
export function SummaryView({ code, changes }) {
  const frame = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [isMissing, setMissing] = useState(false);
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(async () => {
      const page = await fetchPage(`/${code}/summary`);
      if (!isWanted) return;
      setMissing(page === null);
      if (page && frame.current) {
        show(frame.current, page);
        setHere(true);
      }
    }, SETTLE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [code, ...changes]);
  return (
    <>
      {isMissing && (
        <p class="summary-missing">{_("The summary cannot be shown here. Open it as a page.")}</p>
      )}
      {!isHere && !isMissing && <p class="summary-missing">{_("Fetching the summary…")}</p>}
      <div ref={frame} class="summary-view" tabIndex={0} role="region" aria-label={_("The summary")} />
    </>
  );
}

/** @param {string} path @returns {Promise<Document | null>} */
async function fetchPage(path) {
  try {
    const answer = await fetch(path);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

/** @param {HTMLElement} frame @param {Document} page */
function show(frame, page) {
  const shadow = frame.shadowRoot ?? frame.attachShadow({ mode: "open" });
  const article = document.createElement("div");
  article.className = page.body.className;
  article.dir = page.documentElement.dir;
  article.lang = page.documentElement.lang;
  // Scripts of a parsed page never run; landmarks stay this page's own.
  for (const part of page.querySelector("main")?.children ?? [])
    article.append(document.importNode(part, true));
  const before = shadow.lastElementChild;
  if (before) before.replaceWith(article);
  else shadow.append(...styles(page), article);
}

/** @param {Document} page */
function styles(page) {
  return [...page.querySelectorAll('link[rel="stylesheet"]')].map((link) => document.importNode(link));
}
