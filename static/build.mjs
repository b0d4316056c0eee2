/**
 * Bundles each face into one script and one style sheet with hashed names, in static/dist.
 *
 * The phone alone comes in parts: what its first page needs, what is needed inside the room, and what
 * passes need. The others take from the first whatever they share, and the reader of pictures comes
 * when somebody chooses one.
 *
 * `manifest.json` says what is called what: {"phone": {"js": …, "js.de": …, "css": …}, …, "files": {…}}.
 * There is a script for every face and language; see words.mjs.
 * `files` holds everything else that pages refer to: what lies in src/files, and the fonts.
 */

import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { OLDEST, OLDEST_PHONE, targets } from "./browsers.mjs";
import { lightDark } from "./light-dark.mjs";
import { speaking } from "./words.mjs";

process.chdir(import.meta.dirname);

/** Which catalogues, as tools/compile_words.py compiles them, and where to: others only in tests. */
const [WORDS = ".words", DIST = "dist"] = process.argv.slice(2);
const NEXT = join(dirname(DIST), ".dist-next"); // built here, swapped in whole: nobody sees half a build
const ENTRIES = ["console.jsx", "display.jsx", "runner.jsx", "stage.jsx", "owner.jsx", "pages.js", "summary.js", "replay.jsx", "editor.jsx", "series.js", "between.js"];
const PHONE = ["phone.jsx", "phone-inside.jsx", "phone-known.jsx"];
/** By itself as well: what reads pictures is fetched when somebody chooses one. */
const MEMBER = ["member.js"];
/** The phone's style for browsers that take none of the others'. */
const PLAIN = "src/styles/plain.css";
const TEXT = new Set([".js", ".css", ".svg", ".txt"]);

/** @returns {{path: string, name: string}[]} every file in src/files, with its name from there */
function plainFiles() {
  const folder = "src/files";
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: path.slice(folder.length + 1).replaceAll("\\", "/") }));
}

/** Copies a file under a name that changes with its contents. @param {string} path */
function copyHashed(path) {
  const content = fs.readFileSync(path);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  const name = `${basename(path, extname(path))}-${hash}${extname(path)}`;
  fs.writeFileSync(join(NEXT, name), content);
  return name;
}

/** @returns the licences of the packages that are bundled, as they want to be shown */
function licences() {
  const { packages } = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
  return Object.entries(packages)
    .filter(([path, info]) => path && !info.dev)
    .map(([path, info]) => {
      const file = fs.readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
      if (!file) throw new Error(`${path} comes without its licence`);
      const title = `${path.replace(/^.*node_modules\//, "")} ${info.version} (${info.license})`;
      return `${title}\n${"=".repeat(title.length)}\n\n${fs.readFileSync(join(path, file), "utf8").trim()}\n`;
    })
    .join("\n\n");
}

/** @param {string[]} names */
function pathsOf(names) {
  return names.map((name) => `src/${name}`).filter((path) => fs.existsSync(path));
}

/**
 * The script that a page asks for. Where an entry does nothing but import a script that others share,
 * the page asks for that one itself, and saves a request.
 *
 * @param {string} path
 * @param {import("esbuild").Metafile["outputs"][string]} output
 */
function scriptOf(path, output) {
  const isOwn = Object.values(output.inputs).some(({ bytesInOutput }) => bytesInOutput > 0);
  if (isOwn || output.imports.length !== 1) return path;
  fs.rmSync(path, { force: true });
  fs.rmSync(`${path}.map`, { force: true });
  return output.imports[0].path;
}

fs.rmSync(NEXT, { recursive: true, force: true });
fs.mkdirSync(NEXT);

/**
 * Bundles every face in one language; the phone by itself, for its scripts share.
 *
 * @param {import("esbuild").Plugin[]} speaks
 */
async function bundle(speaks) {
  const plugins = [lightDark, ...speaks];
  const common = /** @type {const} */ ({
    outdir: NEXT,
    bundle: true,
    format: "esm",
    target: ["es2020", ...targets(OLDEST)],
    minify: true,
    charset: "utf8",
    sourcemap: "external",
    legalComments: "none", // THIRD_PARTY_LICENSES.txt has them all
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".woff2": "file", ".svg": "file" },
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    metafile: true,
    logLevel: "warning",
  });
  const faces = await build({ ...common, plugins, entryPoints: pathsOf(ENTRIES) });
  const older = { ...common, plugins, target: ["es2020", ...targets(OLDEST_PHONE)] };
  const phone = await build({
    ...older,
    entryPoints: pathsOf(PHONE),
    supported: { destructuring: true }, // all of these have it
    splitting: true,
    chunkNames: "phone-[hash]",
  });
  const member = await build({
    ...older,
    entryPoints: pathsOf(MEMBER),
    supported: { destructuring: true },
    splitting: true,
    chunkNames: "member-[hash]",
  });
  const plain = await build({ ...older, entryPoints: [PLAIN] });
  return Object.entries({ ...faces.metafile.outputs, ...phone.metafile.outputs, ...member.metafile.outputs, ...plain.metafile.outputs });
}

/** @type {Record<string, Record<string, string>>} */
const manifest = {};
/** @type {Record<string, string>} */
const files = {};
for (const [path, output] of await bundle([])) {
  if (output.entryPoint === PLAIN) {
    manifest.plain = { css: basename(path) };
  } else if (output.entryPoint) {
    const face = basename(output.entryPoint, extname(output.entryPoint));
    manifest[face] = { js: basename(scriptOf(path, output)) };
    if (output.cssBundle) manifest[face].css = basename(output.cssBundle);
  } else if (![".js", ".css", ".map"].includes(extname(path))) {
    files[basename(Object.keys(output.inputs)[0])] = basename(path);
  }
}
/** @type {Record<string, import("./words.mjs").Catalogue>} */
const catalogues = JSON.parse(fs.readFileSync(join(WORDS, "words.json"), "utf8"));
for (const [language, catalogue] of Object.entries(catalogues)) {
  for (const [path, output] of await bundle([speaking(catalogue)])) {
    const { entryPoint } = output;
    if (!entryPoint || entryPoint === PLAIN) continue;
    manifest[basename(entryPoint, extname(entryPoint))][`js.${language}`] = basename(scriptOf(path, output));
  }
  fs.copyFileSync(join(WORDS, `${language}.mo`), join(NEXT, `${language}.mo`));
}
for (const { path, name } of plainFiles()) files[name] = copyHashed(path);

fs.writeFileSync(join(NEXT, "THIRD_PARTY_LICENSES.txt"), licences());
for (const name of fs.readdirSync(NEXT)) {
  if (!TEXT.has(extname(name))) continue;
  const content = fs.readFileSync(join(NEXT, name));
  const small = gzipSync(content, { level: 9 });
  fs.writeFileSync(join(NEXT, `${name}.gz`), small);
  if (/\.(js|css)$/.test(name)) console.log(`${name}: ${content.length} bytes, ${small.length} compressed`);
}
fs.writeFileSync(join(NEXT, "manifest.json"), JSON.stringify({ ...manifest, files }, null, 2) + "\n");

fs.rmSync(DIST, { recursive: true, force: true });
fs.renameSync(NEXT, DIST);
