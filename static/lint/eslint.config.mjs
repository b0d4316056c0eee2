/**
 * Whether scripts and styles keep to the oldest browsers of ../browsers.mjs.
 *
 * CSS is measured by Baseline 2021, which is a little older than them. What is newer stands below with
 * its reason; a rule inside an `@supports` that asks for it needs none.
 */

import css from "@eslint/css";
import compat from "eslint-plugin-compat";
import { OLDEST, OLDEST_PHONE, queries } from "../browsers.mjs";

/** The build writes these for browsers that do not know them: esbuild, and ../light-dark.mjs. */
const LOWERED = { selectors: ["nesting"], functions: ["light-dark"] };

/** All of the oldest know these, which came with or just before them. */
const KNOWN = {
  atRules: ["layer"],
  properties: ["accent-color", "color-scheme", "contain", "appearance", "mask-image"],
  propertyValues: { "overflow-wrap": ["anywhere"] },
  selectors: ["focus-visible"],
};

/** Without these a page looks plainer, and can be read and used all the same. */
const SPARED = {
  atRules: ["container", "page"],
  properties: [
    "content-visibility", // with ::details-content: what is folded is printed folded
    "container-type", // what is measured by it has its measure without, under @supports
    "forced-color-adjust",
    "outline", // old Safari draws it square
    "overscroll-behavior",
    "print-color-adjust",
    "resize",
    "scrollbar-color",
    "scrollbar-width",
    "text-size-adjust",
    "text-wrap",
  ],
  propertyValues: { "break-after": ["avoid"], overflow: ["clip"], "word-break": ["auto-phrase"] },
  // has: where the light of the wall falls, and how large words are beside a large QR
  selectors: ["details-content", "has"],
  mediaConditions: ["forced-colors"],
  units: ["dvh", "svh"], // each has a line with vh before it
};

const allowed = [LOWERED, KNOWN, SPARED];
/** @param {string} kind */
const all = (kind) => allowed.flatMap((those) => those[kind] ?? []);

/** Baseline is not asked about these. */
const CONTAINER_UNITS = {
  selector: "Dimension[unit=/^cq/]:not(Atrule[name=supports] Dimension, Atrule[name=import] Dimension)",
  message: "Container units need a fallback: put them into @supports (inline-size: 1cqi).",
};

/** Asked for before they are used. */
const ASKED_FOR = ["navigator.wakeLock", "navigator.vibrate"];

const scripts = {
  plugins: { compat },
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  rules: { "compat/compat": "error" },
};

export default [
  {
    files: ["**/*.css"],
    language: "css/css",
    languageOptions: { tolerant: true }, // its parser knows less of @container and @media than browsers do
    plugins: { css },
    rules: {
      "no-restricted-syntax": ["error", CONTAINER_UNITS],
      "css/use-baseline": [
        "error",
        {
          available: 2021,
          allowAtRules: all("atRules"),
          allowFunctions: all("functions"),
          allowMediaConditions: all("mediaConditions"),
          allowProperties: all("properties"),
          allowPropertyValues: Object.assign({}, ...allowed.map((those) => those.propertyValues)),
          allowSelectors: all("selectors"),
          allowUnits: all("units"),
        },
      ],
    },
  },
  {
    ...scripts,
    files: ["**/*.{js,jsx}"],
    ignores: ["**/*.test.js"],
    settings: { browsers: queries(OLDEST), lintAllEsApis: true, polyfills: ASKED_FOR },
  },
  {
    files: ["src/{phone,shared}/**/*.{js,jsx}", "src/phone*.jsx"],
    ignores: ["**/*.test.js"],
    settings: { browsers: queries(OLDEST_PHONE) },
  },
];
