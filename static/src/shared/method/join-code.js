/** How a join code is written where people read it: the word or words, a blank, the digits. */

const SHORT_LETTERS_MAX = 7; // more letters than this are two words of one length

/** @param {string} code such as "WAVE47" or "AMBEROTTER4729" */
export function spoken(code) {
  const word = code.replace(/\d+$/, "");
  const isPair = word.length > SHORT_LETTERS_MAX && word.length % 2 === 0;
  const half = isPair ? word.length / 2 : word.length;
  return [word.slice(0, half), word.slice(half), code.slice(word.length)].filter(Boolean).join(" ");
}
