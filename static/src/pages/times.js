/** Tells times as the reader's own clock has them; the server may stand elsewhere. */

/** @type {Intl.DateTimeFormatOptions} */
const DAY = { day: "numeric", month: "short", year: "numeric" };

/** Rewrites every time on the page. */
export function localTimes() {
  const { lang } = document.documentElement;
  const reader = lang === "en" ? "en-GB" : lang;
  const day = new Intl.DateTimeFormat(reader, DAY);
  const minute = new Intl.DateTimeFormat(reader, { ...DAY, hour: "2-digit", minute: "2-digit" });
  for (const time of document.querySelectorAll("time")) {
    const format = "day" in time.dataset ? day : minute;
    time.textContent = format.format(new Date(time.dateTime));
  }
}
