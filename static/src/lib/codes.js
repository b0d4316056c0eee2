/** How a join code is written where people read it: the word, a blank, the digits. */

/** @param {string} code such as "WAVE47" */
export function spoken(code) {
  return code.replace(/^(\D+)(\d+)$/, "$1 $2");
}
