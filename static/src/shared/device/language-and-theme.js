/**
 * In which language and which light this device reads.
 *
 * The server puts both into the page, so that nothing flashes and no second script is fetched.
 * They are kept in cookies; where none is kept, the page's address carries them.
 */

/** @typedef {"device" | "light" | "dark"} Theme */

const KEPT_S = 400 * 24 * 60 * 60; // as long as browsers let a cookie live

/** @returns {[code: string, name: string][]} every language there is, each by its own name */
export function languages() {
  return JSON.parse(document.documentElement.dataset.languages ?? "[]");
}

/** Reads on in another language: its script is another one. @param {string} code */
export function chooseLanguage(code) {
  remember("lang", code);
  location.reload();
}

/** @returns {Theme} */
export function theme() {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "device";
}

/** Changes the light at once. @param {Theme} next */
export function chooseTheme(next) {
  if (next === "device") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  colourBar();
  remember("theme", next);
}

/** Gives the browser's own bar the colour of the page. */
export function colourBar() {
  const bar = document.querySelector('meta[name="theme-color"]');
  if (bar instanceof HTMLMetaElement) bar.content = getComputedStyle(document.body).backgroundColor;
}

/** @param {"lang" | "theme"} what @param {string} value */
function remember(what, value) {
  const cookie = `fishbowl_${what}=${value}`;
  document.cookie = `${cookie}; path=/; max-age=${KEPT_S}; samesite=lax`;
  const url = new URL(location.href);
  if (document.cookie.split("; ").includes(cookie)) url.searchParams.delete(what);
  else url.searchParams.set(what, value);
  history.replaceState(history.state, "", url);
}
