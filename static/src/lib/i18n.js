/**
 * Every string that a person reads goes through here, so that it can be translated.
 *
 * Calls keep their strings literal: translators' files are extracted from the compiled script.
 */

/** @typedef {import("preact").ComponentChildren} ComponentChildren */
/** @typedef {import("../wire").Label} Label */
/** @typedef {Record<string, string | number>} Params */
/** @typedef {{texts: Record<string, string | string[]>, plural: (n: number) => number}} Catalogue */

/** @type {Catalogue} */
const ENGLISH = { texts: {}, plural: (n) => (n === 1 ? 0 : 1) };

let catalogue = ENGLISH;

/** Speaks another language from now on. @param {Catalogue | null} next */
export function useCatalogue(next) {
  catalogue = next ?? ENGLISH;
}

/**
 * A text in the reader's language, its {places} filled.
 *
 * @param {string} text
 * @param {Params} [params] left out, the places stay for {@link fill}.
 */
export function _(text, params) {
  const found = catalogue.texts[text] ?? text;
  return replace(typeof found === "string" ? found : found[0], params);
}

/**
 * A text that changes with a number, which its {n} shows.
 *
 * @param {string} one
 * @param {string} many
 * @param {number} n
 * @param {Params} [params]
 */
export function n_(one, many, n, params) {
  const forms = catalogue.texts[one];
  const known = Array.isArray(forms) ? forms : [one, many];
  const form = Array.isArray(forms) ? catalogue.plural(n) : ENGLISH.plural(n);
  return replace(known[form] ?? known[known.length - 1], { n, ...params });
}

/**
 * Fills the {places} of a text with elements, such as names in their `<bdi>`.
 *
 * @param {string} text already translated
 * @param {Record<string, ComponentChildren>} params
 * @returns {ComponentChildren[]}
 */
export function fill(text, params) {
  return text
    .split(/\{(\w+)\}/)
    .map((part, place) => (place % 2 === 0 ? part : (params[part] ?? `{${part}}`)));
}

/**
 * What a person is called on every screen.
 *
 * @param {Label} label
 */
export function nameOf(label) {
  if (!label.name) return _("Guest {no}", { no: label.no });
  return label.twin > 1 ? `${label.name} (${label.twin})` : label.name;
}

/** @param {string} text @param {Params} [params] */
function replace(text, params) {
  if (!params) return text;
  return text.replace(/\{(\w+)\}/g, (place, name) => String(params[name] ?? place));
}
