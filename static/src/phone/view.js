/** Which page was chosen. The browser's Back leads from it to the bowl, not out of the session. */

import { useCallback, useEffect, useState } from "preact/hooks";

/** @typedef {import("./phone.js").View} View */
/** @typedef {import("./where.js").Where} Where */

/** Where in the session a page can be looked at. @type {Partial<Record<View, Where[]>>} */
const OPEN = {
  wall: ["join", "at_door", "listening", "waiting", "called", "walking", "in", "ended"],
  topics: ["listening", "waiting"],
  questions: ["listening", "waiting"],
  takeaways: ["listening", "waiting", "in"],
  you: ["listening", "waiting", "in", "ended"],
  known: ["listening", "waiting", "in", "ended"],
};

/**
 * The screen to show: a chosen page gives way when the person is called or the place changes.
 * Only "forgotten" stays: the server no longer knows whom to tell.
 *
 * @param {Where} where
 * @param {View} view
 * @returns {Where | "topics" | "questions" | "takeaways" | "wall" | "you" | "known"}
 */
export function screenOf(where, view) {
  if (view === "forgotten") return view;
  return view !== "bowl" && mayLookAt(view, where) ? view : where;
}

/** Whether a page can be looked at from there. @param {View} view @param {Where} where */
export function mayLookAt(view, where) {
  return OPEN[view]?.includes(where) ?? false;
}

/**
 * @param {() => void} onGo called when the person chooses a page
 * @returns {[View, (view: View) => void]}
 */
export function useView(onGo) {
  const [view, setView] = useState(/** @type {View} */ ("bowl"));

  useEffect(() => {
    const back = (/** @type {PopStateEvent} */ event) => setView(event.state?.view ?? "bowl");
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);

  const go = useCallback((/** @type {View} */ next) => {
    setView(next);
    onGo();
    const step = history.state?.view ? "replaceState" : "pushState";
    // The address stays: it may carry the phone's secret.
    history[step]({ ...history.state, view: next }, "");
  }, [onGo]);

  return [view, go];
}
