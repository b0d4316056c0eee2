/** Notes: their kinds and letters, what a draft comes to as a command, and what is told of one. */

import { _, nameOf } from "../../shared/i18n/i18n.js";
import { dayText } from "../../shared/method/debrief-words.js";

/**
 * @import {CommandBody, ConsoleSlices, Label, NoteKind, NoteView} from "../../wire"
 * @import {IconName} from "../../shared/ui/Icon.jsx"
 * @typedef {object} Kind
 * @property {NoteKind} kind
 * @property {string} letter the key that picks it
 * @property {IconName} icon
 * @property {() => string} words
 * @property {() => string} asks what the line asks for
 * @typedef {object} Draft a note that is being written
 * @property {NoteKind} kind
 * @property {string} words
 * @property {string} owner
 * @property {string} due
 * @property {string} link
 * @property {number | null} topic what was talked about when its first letter was typed
 */

/** @type {Kind[]} */
export const NOTE_KINDS = [
  {
    kind: "insight",
    letter: "I",
    icon: "insight",
    words: () => _("Insight"),
    asks: () => _("What has become clear?"),
  },
  {
    kind: "question",
    letter: "Q",
    icon: "question",
    words: () => _("Question"),
    asks: () => _("Which question stays open?"),
  },
  {
    kind: "decision",
    letter: "D",
    icon: "decision",
    words: () => _("Decided"),
    asks: () => _("What has been decided?"),
  },
  {
    kind: "undecided",
    letter: "U",
    icon: "undecided",
    words: () => _("Undecided"),
    asks: () => _("What is left undecided?"),
  },
  {
    kind: "action",
    letter: "A",
    icon: "action",
    words: () => _("Action"),
    asks: () => _("What will be done?"),
  },
  {
    kind: "resource",
    letter: "R",
    icon: "resource",
    words: () => _("Resource"),
    asks: () => _("What is worth passing on?"),
  },
];

const BY_KIND = new Map(NOTE_KINDS.map((kind) => [kind.kind, kind]));

/** @param {NoteKind} kind @returns {Kind} */
export function noteKind(kind) {
  return /** @type {Kind} */ (BY_KIND.get(kind));
}

/** @param {NoteKind} [kind] @returns {Draft} */
export function emptyDraft(kind = "insight") {
  return { kind, words: "", owner: "", due: "", link: "", topic: null };
}

/**
 * The kind that a key picks: by its letter, or by its place where the keyboard writes other letters.
 * @param {{key: string, code: string}} press
 */
export function kindOfKey({ key, code }) {
  const letter = /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace(/^Key/, "");
  return NOTE_KINDS.find((kind) => kind.letter === letter)?.kind ?? null;
}

/** The current topic, under which a note goes. @param {ConsoleSlices} slices */
export function currentTopic({ topics: { topics } }) {
  return topics.find(({ state }) => state === "current") ?? null;
}

/**
 * The draft with new words; with the first of them it belongs to what is talked about now.
 * @param {Draft} draft
 * @param {string} words
 * @param {ConsoleSlices} slices
 * @returns {Draft}
 */
export function written(draft, words, slices) {
  const topic = draft.words.trim() ? draft.topic : (currentTopic(slices)?.id ?? null);
  return { ...draft, words, topic };
}

/** What a draft comes to: an action has an owner and a day, a resource a link. @param {Draft} draft @param {Label[]} people @returns {CommandBody} */
export function addNote({ kind, words, owner, due, link, topic }, people) {
  return {
    do: "add_note",
    kind,
    words: words.trim(),
    topic,
    ...(kind === "action" ? { ...ownerOf(owner, people), due } : {}),
    ...(kind === "resource" ? { link: link.trim() } : {}),
  };
}

/** What of a note is to be changed; `null` if nothing. @param {NoteView} note @param {Draft} draft @param {Label[]} people @returns {CommandBody | null} */
export function editNote(note, draft, people) {
  const { kind, words, owner, due, link, topic } = draft;
  const changes = {
    ...(kind !== note.kind && { kind }),
    ...(words.trim() !== note.words && { words: words.trim() }),
    ...(topic !== note.topic && { topic }),
    ...(owner.trim() !== doerOf(note) && ownerOf(owner, people)),
    ...(due !== note.due && { due }),
    ...(link.trim() !== note.link && { link: link.trim() }),
  };
  return Object.keys(changes).length ? { do: "edit_note", note: note.id, ...changes } : null;
}

/** A name that stands for exactly one of the people means that person. @param {string} owner @param {Label[]} people */
function ownerOf(owner, people) {
  const folded = owner.trim().toLowerCase();
  const found = new Set(people.filter((label) => nameOf(label).toLowerCase() === folded).map(({ id }) => id));
  return found.size === 1 ? { person: [...found][0] } : { owner: owner.trim() };
}

/** Who does it, as it is shown. @param {NoteView} note */
export function doerOf({ person, owner }) {
  return person ? nameOf(person) : owner;
}

/** Everybody whom this console knows by name without asking: who sits, waits or has spoken. @param {ConsoleSlices} slices @returns {Label[]} */
export function namesAtHand({ bowl, queue, equity }) {
  const labels = [
    ...bowl.chairs.flatMap(({ person }) => (person ? [person] : [])),
    ...queue.calls.map(({ person }) => person),
    ...queue.items.map(({ person }) => person),
    ...equity.session.voices.map(({ person }) => person),
  ];
  return [...new Map(labels.map((label) => [label.id, label])).values()];
}

/** What stands under the words of a note: who, by when, where to find it. @param {NoteView} note */
export function noteFacts(note) {
  const name = doerOf(note);
  const day = note.due && dayText(note.due);
  if (name && day) return _("{name}, by {day}", { name, day });
  return name || (day && _("by {day}", { day }));
}
