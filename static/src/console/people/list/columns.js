/** Finds out which column of a list has the names and which the groups; both can be corrected. */

/**
 * @typedef {object} Columns
 * @property {boolean} header whether the first line only says what the columns are
 * @property {number[]} name one column, or a first and a last name
 * @property {number | null} group
 */

/** What tables call their columns, in the languages of the console and a few more. */
const WORDS = {
  first: ["first name", "firstname", "given name", "vorname", "nombre", "nombres", "prénom", "prenom", "名", "الاسم الأول"],
  last: [
    "last name", "lastname", "surname", "family name", "nachname", "familienname", "apellido", "apellidos", "nom de famille",
    "姓", "اسم العائلة", "اللقب",
  ],
  name: [
    "name", "names", "full name", "fullname", "display name", "participant", "delegate", "student", "member",
    "teilnehmer", "teilnehmerin", "teilnehmende", "person", "delegierte", "mitglied", "nombre completo", "nombre y apellidos",
    "participante", "alumno", "nom", "氏名", "名前", "お名前", "参加者", "الاسم", "الاسم الكامل", "المشارك",
  ],
  group: [
    "group", "groups", "team", "class", "delegation", "country", "organisation", "organization", "company", "department",
    "party", "table", "gruppe", "klasse", "land", "verband", "organisationseinheit", "firma", "abteilung", "partei", "grupo",
    "equipo", "clase", "delegación", "país", "organización", "empresa", "groupe", "classe", "グループ", "組", "クラス", "所属",
    "団体", "会社", "المجموعة", "الفريق", "الصف", "الوفد", "البلد", "المنظمة",
  ],
};
const SHORT = 80;
/** A column of groups repeats itself: at most so many different ones in ten lines. */
const DIFFERENT = 7;
/** Two columns are a name and its group; only more of them have to prove it. */
const FEW = 2;

/**
 * Guess the columns of a list.
 * @param {string[][]} rows
 * @returns {Columns}
 */
export function columnsOf(rows) {
  return byHeader(rows[0] ?? []) ?? byContents(rows);
}

/** How many columns there are. @param {string[][]} rows */
export function width(rows) {
  return rows.reduce((most, { length }) => Math.max(most, length), 0);
}

/** What a column is called: by its header, else by its first cells. @param {string[][]} rows @param {Columns} columns @param {number} column */
export function columnWords(rows, { header }, column) {
  const cells = rows.map((row) => row[column] ?? "").filter(Boolean);
  const words = header ? (rows[0][column] ?? "") : cells.slice(0, 2).join(", ");
  return words.length > SHORT ? `${words.slice(0, SHORT - 1)}…` : words;
}

/** @param {string[]} row @returns {Columns | null} */
function byHeader(row) {
  const heads = row.map((cell) => cell.toLowerCase().replace(/[*:：]+$/, "").trim());
  const find = (/** @type {string[]} */ words) => heads.findIndex((head) => words.includes(head));
  const first = find(WORDS.first);
  const last = find(WORDS.last);
  const whole = find(WORDS.name);
  const group = find(WORDS.group);
  // "Name" beside a first name is the last name.
  const name = first >= 0 && last >= 0 ? [first, last] : first >= 0 && whole >= 0 ? [first, whole] : [whole, first, last].filter((at) => at >= 0).slice(0, 1);
  if (!name.length) return null;
  return { header: true, name, group: group >= 0 ? group : null };
}

/** @param {string[][]} rows @returns {Columns} */
function byContents(rows) {
  const columns = Array.from({ length: width(rows) }, (_none, at) => at);
  const cells = columns.map((at) => rows.map((row) => row[at] ?? "").filter(Boolean));
  const written = columns.filter((at) => cells[at].length && cells[at].filter(isWords).length >= cells[at].length / 2);
  const name = written[0] ?? 0;
  const others = columns.filter((at) => at > name && cells[at].some((cell) => !isAddress(cell)));
  const group = columns.length <= FEW ? others[0] : others.find((at) => written.includes(at) && repeats(cells[at]));
  return { header: false, name: [name], group: group ?? null };
}

/** Whether a cell can be a name: letters, and no address. @param {string} cell */
function isWords(cell) {
  return /\p{Letter}/u.test(cell) && !isAddress(cell);
}

/** @param {string} cell */
function isAddress(cell) {
  return /@|:\/\//.test(cell);
}

/** @param {string[]} cells */
function repeats(cells) {
  return cells.length > 1 && new Set(cells).size * 10 <= cells.length * DIFFERENT;
}
