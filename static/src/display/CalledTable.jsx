import { Table } from "../shared/bowl/Table.jsx";
import { _, listed, nameOf } from "../shared/i18n/i18n.js";
import { linesOnTable, onTable, wordsOnTable } from "./names.js";

/** @import {CalledView} from "../wire" */

const SAID_MS = 10_000; // time to hear it, look up and find the chair

/** The calls that the table still names. @param {CalledView[]} called @param {number} runMs the session clock now */
export function callsJustMade(called, runMs) {
  return called.filter(({ called_run_ms }) => runMs - called_run_ms < SAID_MS);
}

/** Who is called to which chair; on a wall without names, to which chair. @param {{calls: CalledView[]}} props */
export function CalledTable({ calls }) {
  const [call, ...others] = calls;
  const chair = chairOf(call);
  if (others.length > 0) {
    const lines = calls.map((one) => listed([hasName(one) && apart(one), chairOf(one)]));
    return <Table called words={lines.join("\n")} fit={linesOnTable(lines)} />;
  }
  if (!hasName(call)) return <Table called words={chair} fit={wordsOnTable(chair, "")} />;
  return <Table called words={nameOf(call.person)} note={chair} fit={onTable(call.person, chair)} />;
}

/** @param {CalledView} call */
function chairOf({ chair }) {
  return _("Chair {no}", { no: chair });
}

/** A name that may run the other way than the line. @param {CalledView} call */
function apart({ person }) {
  return `\u2068${nameOf(person)}\u2069`;
}

/** @param {CalledView} call */
function hasName({ person }) {
  return Boolean(person.name || person.no);
}
