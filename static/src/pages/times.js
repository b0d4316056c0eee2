/** Tells times as the reader's own clock has them; the server may stand elsewhere. */

import { language } from "../shared/i18n/i18n.js";

/** @type {Intl.DateTimeFormatOptions} */
const DAY = { day: "numeric", month: "short", year: "numeric" };

/** Rewrites every instant on the page. A plain day is the same everywhere, and stays as it is. */
export function localTimes() {
  const day = new Intl.DateTimeFormat(language(), DAY);
  const minute = new Intl.DateTimeFormat(language(), { ...DAY, hour: "2-digit", minute: "2-digit" });
  for (const time of document.querySelectorAll("time")) {
    if (!time.dateTime.includes("T")) continue;
    const format = "day" in time.dataset ? day : minute;
    time.textContent = format.format(new Date(time.dateTime));
  }
}
