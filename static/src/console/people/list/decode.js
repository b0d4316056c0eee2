/** Reads the bytes of a file as text: which encoding it has is guessed, and can be corrected. */

/** What can be chosen; the first is the rule. */
export const ENCODINGS = /** @type {const} */ ([
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1256",
  "shift_jis",
]);

/** @typedef {(typeof ENCODINGS)[number]} Encoding */

/** What spreadsheets write without saying so, by the language of who runs the session. @type {Record<string, Encoding>} */
const LEGACY = { ar: "windows-1256", ja: "shift_jis" };

/** How many bytes show whether every other one is zero. */
const SAMPLE = 4_096;

/**
 * Guess how a file is encoded: by its mark, by zero bytes, by being UTF-8; else by the language.
 * @param {Uint8Array} bytes
 * @param {string} [language]
 * @returns {Encoding}
 */
export function encodingOf(bytes, language = "en") {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = zeroBytes(bytes.subarray(0, SAMPLE));
  if (zeros) return zeros;
  return isUtf8(bytes) ? "utf-8" : (LEGACY[language] ?? "windows-1252");
}

/** The text of a file in an encoding; what cannot be read becomes a sign of its own. @param {Uint8Array} bytes @param {Encoding} encoding */
export function decoded(bytes, encoding) {
  return new TextDecoder(encoding).decode(bytes);
}

/** How files of spreadsheets begin: the archives of today (xlsx, ods), and what Excel wrote before (xls). */
const ARCHIVES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Whether a file is a spreadsheet or another archive, which no text is. @param {Uint8Array} bytes */
export function isArchive(bytes) {
  return ARCHIVES.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}

/** UTF-16 without its mark: Latin letters leave every other byte zero. @param {Uint8Array} bytes @returns {Encoding | null} */
function zeroBytes(bytes) {
  const at = [0, 0];
  bytes.forEach((byte, index) => (at[index % 2] += byte === 0 ? 1 : 0));
  const [even, odd] = at;
  const many = bytes.length / 5;
  if (odd > many && even < odd / 4) return "utf-16le";
  return even > many && odd < even / 4 ? "utf-16be" : null;
}

/** @param {Uint8Array} bytes */
function isUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
