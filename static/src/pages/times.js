/** Tells times as the reader's own clock has them; the server may stand elsewhere. */

import { language } from "../lib/i18n.js";

/** Rewrites every time on the page. */
export function localTimes() {
  const format = new Intl.DateTimeFormat(language(), {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  for (const time of document.querySelectorAll("time")) {
    time.textContent = format.format(new Date(time.dateTime));
  }
}
