/**
 * What an attribution allows, as far as the faces offer it. The server refuses the rest whatever they
 * offer; tests/vectors/attribution.json holds the two together.
 */

/** @typedef {import("../../wire").Attribution} Attribution */

const EXPORTS = ["html", "md", "csv", "json"];
const CHAPTERS = ["vtt", "chapters"];
const CALENDAR = ["ics"];

/** The files to download; chapters would say when something was said. @param {Attribution} attribution */
export function exportsOf(attribution) {
  const chapters = attribution === "chatham_house" ? [] : CHAPTERS;
  return [...EXPORTS, ...chapters, ...CALENDAR];
}

/** Whether a recording can be announced. @param {Attribution} attribution */
export function isRecorded(attribution) {
  return attribution !== "chatham_house";
}

/** Whether everybody chooses for themself to be named. @param {Attribution} attribution */
export function peopleChoose(attribution) {
  return attribution === "opt_in";
}
