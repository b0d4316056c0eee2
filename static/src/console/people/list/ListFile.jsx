import { useState } from "preact/hooks";
import { _ } from "../../../shared/i18n/i18n.js";
import { decoded, ENCODINGS, encodingOf, isArchive } from "./decode.js";

/**
 * @import {Encoding} from "./decode.js"
 * @typedef {{name: string, bytes: Uint8Array, encoding: Encoding}} ListFile a file that was chosen, and how it is read
 */

/** A list of names is smaller; what is larger is something else. */
const FILE_MAX_BYTES = 1_000_000;

/** @type {Record<Encoding, () => string>} */
const ENCODING_WORDS = {
  "utf-8": () => "UTF-8",
  "utf-16le": () => "UTF-16 LE",
  "utf-16be": () => "UTF-16 BE",
  "windows-1252": () => _("Western European (Windows)"),
  "windows-1250": () => _("Central European (Windows)"),
  "windows-1251": () => _("Cyrillic (Windows)"),
  "windows-1256": () => _("Arabic (Windows)"),
  shift_jis: () => _("Japanese (Shift JIS)"),
};

/**
 * Chooses a file; once it is there, how its letters are read can be corrected.
 * @param {{file: ListFile | null, read: (file: ListFile, text: string) => void}} props
 */
export function FileChooser({ file, read }) {
  const [problem, setProblem] = useState("");
  /** @param {File | undefined} chosen */
  const choose = async (chosen) => {
    if (!chosen) return;
    const found = await opened(chosen);
    setProblem("problem" in found ? found.problem : "");
    if ("file" in found) read(found.file, textOf(found.file));
  };
  return (
    <>
      <label class="button button-small names-file">
        {_("Choose a CSV or text file")}
        <input
          class="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={async ({ currentTarget }) => {
            await choose(currentTarget.files?.[0]);
            currentTarget.value = ""; // so that the same file can be chosen again, once it is corrected
          }}
        />
      </label>
      {problem && <p role="alert">{problem}</p>}
      {file && (
        <label class="names-choice">
          <span>{_("Text encoding")}</span>
          <select
            class="field-input"
            value={file.encoding}
            onChange={({ currentTarget }) => {
              const other = { ...file, encoding: /** @type {Encoding} */ (currentTarget.value) };
              read(other, textOf(other));
            }}
          >
            {ENCODINGS.map((encoding) => (
              <option key={encoding} value={encoding}>
                {ENCODING_WORDS[encoding]()}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** @param {ListFile} file */
function textOf({ bytes, encoding }) {
  return decoded(bytes, encoding);
}

/** @param {File} chosen @returns {Promise<{file: ListFile} | {problem: string}>} */
async function opened(chosen) {
  if (chosen.size > FILE_MAX_BYTES) {
    return { problem: _("This file is larger than one megabyte. Choose one that has only the names.") };
  }
  const bytes = await chosen.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  if (!bytes) return { problem: _("The file could not be read. Choose it again.") };
  if (isArchive(bytes)) {
    return { problem: _("This is a spreadsheet file. Save it as CSV, or copy its cells and paste them here.") };
  }
  return { file: { name: chosen.name, bytes, encoding: encodingOf(bytes, document.documentElement.lang) } };
}
