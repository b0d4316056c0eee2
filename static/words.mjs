/**
 * The words in the scripts: found for translators, and put in for readers.
 *
 * Both read esbuild's output of one module, where JSX has become calls and every literal is
 * written in one way; so what translators are given is exactly what is replaced. A script of
 * another language holds that language and no other: the browser asks for one file, and no
 * catalogue is looked up while it runs.
 */

import * as fs from "node:fs";
import { join, relative } from "node:path";
import { runInNewContext } from "node:vm";
import { transform } from "esbuild";

const LITERAL = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|` + "`(?:[^`\\\\$]|\\\\.|\\$(?!\\{))*`";
const CALL = new RegExp(
  String.raw`(?<![\w$.])(?<!function )(?:_\((?<text>${LITERAL})|n_\((?<one>${LITERAL}),(?<many>${LITERAL})|(?:_|n_)\()`,
  "g",
);
const PLURAL_RULE = /[\\/]i18n[\\/]plural\.js$/;

/** @typedef {{plural: string, texts: Record<string, string | string[]>}} Catalogue */
/** @typedef {{file: string, id: string, plural: string | null}} Found */

/** @type {Map<string, Promise<string>>} */
const compiledOnce = new Map();

/** One module as esbuild writes it: calls instead of JSX, nothing renamed. @param {string} path */
export function compiled(path) {
  const known = compiledOnce.get(path);
  if (known) return known;
  const making = transform(fs.readFileSync(path, "utf8"), {
    loader: "jsx",
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
    minifyWhitespace: true,
    sourcefile: path,
  }).then(({ code }) => code);
  compiledOnce.set(path, making);
  return making;
}

/**
 * Every text that a module marks, in order.
 *
 * @param {string} code as {@link compiled} makes it
 * @param {string} file to be named
 * @returns {Found[]}
 * @throws {Error} what is marked is not a plain literal, so nobody could translate it
 */
export function marked(code, file) {
  return [...code.matchAll(CALL)].map((call) => {
    const { text, one, many } = call.groups ?? {};
    if (text) return { file, id: value(text), plural: null };
    if (one && many) return { file, id: value(one), plural: value(many) };
    throw new Error(`${file}: only a plain literal can be translated: ${code.slice(call.index, call.index + 60)}`);
  });
}

/**
 * The same module in another language; what is not translated stays English.
 *
 * @param {string} code as {@link compiled} makes it
 * @param {Catalogue} catalogue
 */
export function translated(code, { texts }) {
  return code.replace(CALL, (call, ...rest) => {
    const { text, one } = rest.at(-1);
    const found = texts[value(text ?? one ?? '""')];
    if (found === undefined) return call;
    const forms = Array.isArray(found) ? found : [found];
    return text ? `_(${JSON.stringify(forms[0])}` : `n_(${JSON.stringify(forms)},""`;
  });
}

/** The module that knows which form a number takes. @param {Catalogue} catalogue */
export function pluralRule({ plural }) {
  return `export const pluralForm = (n) => Number(${plural});\n`;
}

/** Lets esbuild bundle another language. @param {Catalogue} catalogue @returns {import("esbuild").Plugin} */
export function speaking(catalogue) {
  return {
    name: "speaking",
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.jsx?$/ }, async ({ path }) => ({
        contents: PLURAL_RULE.test(path) ? pluralRule(catalogue) : translated(await compiled(path), catalogue),
        loader: "js",
      }));
    },
  };
}

/** @returns {string[]} every module of the faces, without their tests */
export function modules() {
  return fs
    .readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.jsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .sort();
}

/** @param {string} literal */
function value(literal) {
  return String(runInNewContext(literal));
}

/** `node words.mjs FILE`: writes what is marked, and every module compiled, for the tools. */
if (process.argv[1] === import.meta.filename) {
  process.chdir(import.meta.dirname);
  const found = [];
  /** @type {Record<string, string>} */
  const code = {};
  for (const path of modules()) {
    code[path] = await compiled(path);
    found.push(...marked(code[path], `static/${relative(".", path).replaceAll("\\", "/")}`));
  }
  fs.writeFileSync(process.argv[2], JSON.stringify({ found, code }));
}
