/**
 * Every string that a person reads goes through here, so that it can be translated.
 *
 * Calls keep their strings literal: the build finds them, and puts another language's in their
 * place (`static/words.mjs`). So a script holds one language, and changing it loads the page again.
 */

import { pluralForm } from "./plural.js";

/** @typedef {import("preact").ComponentChildren} ComponentChildren */
/** @typedef {import("../../wire").Label} Label */
/** @typedef {Record<string, string | number>} Params */

/**
 * A text in the reader's language, its {places} filled.
 *
 * @param {string} text
 * @param {Params} [params] left out, the places stay for {@link fill}.
 */
export function _(text, params) {
  return replace(text, params);
}

/**
 * A text that changes with a number, which its {n} shows.
 *
 * @param {string | string[]} one in a language that the build has put in, all its forms
 * @param {string} many
 * @param {number} n
 * @param {Params} [params]
 */
export function n_(one, many, n, params) {
  const forms = typeof one === "string" ? [one, many] : one;
  return replace(forms[pluralForm(n)] ?? forms[forms.length - 1], { n, ...params });
}

/**
 * The reader's language, for everything that the browser writes itself: dates, lists, ordinals.
 * Digits are the same in all of them, as on the clocks.
 */
export function language() {
  const lang = globalThis.document?.documentElement.lang || "en";
  return `${lang === "en" ? "en-GB" : lang}-u-nu-latn`;
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
 * Several names or facts in one line, as the reader's language sets them apart.
 *
 * @param {(string | false | null | undefined)[]} parts what is empty is left out
 */
export function listed(parts) {
  const [first = "", ...more] = parts.flatMap((part) => part || []);
  return more.reduce((all, one) => _("{all}, {one}", { all, one }), first);
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
