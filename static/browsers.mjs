/**
 * The oldest browsers that have everything, all of early 2022: the first ones with cascade layers.
 * README.md names them, and so does templates/parts/too_old.html.
 */
export const OLDEST = { chrome: "99", firefox: "97", safari: "15.4" };

/** The oldest in which the phone's script runs: with styles/plain.css, and the bowl as a list. */
export const OLDEST_PHONE = { chrome: "80", firefox: "78", safari: "14" };

/** As esbuild names them. @param {Record<string, string>} oldest */
export function targets(oldest) {
  return Object.entries(oldest).map(([browser, version]) => browser + version);
}

/** As browserslist asks for them, every newer one included. @param {Record<string, string>} oldest */
export function queries(oldest) {
  return Object.entries({ ...oldest, ios_saf: oldest.safari }).map(([browser, version]) => `${browser} >= ${version}`);
}
