import { useEffect } from "preact/hooks";
import { Icon } from "../shared/ui/Icon.jsx";
import { NoteEdit } from "../console/notes/NoteEdit.jsx";
import { Rename } from "../console/ui/Rename.jsx";
import { may } from "../console/desk/rights.js";
import { _ } from "../shared/i18n/i18n.js";
import { NAME_MAX, TITLE_MAX } from "../shared/limits.js";
import { AddNote } from "./AddNote.jsx";
import { Merge, others } from "./Merge.jsx";
import { Paragraph } from "./Paragraph.jsx";
import { Reword } from "./Reword.jsx";

/**
 * @import {CommandBody} from "../wire"
 * @import {Desk} from "../console/desk/desk.js"
 * @import {Part} from "./article.js"
 * @typedef {{desk: Desk, part: Part, parts: Part[], open: string, setOpen: (open: string) => void}} Props
 * @typedef {{name: string, label: string, icon?: import("../shared/ui/Icon.jsx").IconName, spoken: string, command?: CommandBody, form?: string}} Tool
 */

/** What can be done to one part of the article. @param {Props} props */
export function Tools({ desk, part, parts, open, setOpen }) {
  const own = `${part.kind} ${part.item}`;
  const form = open.startsWith(`${own} `) ? open.slice(own.length + 1) : "";
  const close = () => setOpen("");
  useEffect(() => {
    part.element.classList.toggle("is-being-edited", form !== "");
  }, [form]);
  if (form) return <Form desk={desk} part={part} parts={parts} form={form} close={close} />;
  return (
    <>
      {part.isOmitted && <p class="edit-omitted">{_("Left out of the summary")}</p>}
      {part.isUnseen && !part.isOmitted && <p class="edit-omitted">{_("Not in the summary: not reviewed yet")}</p>}
      {part.into && <p class="edit-omitted">{_("Merged with another")}</p>}
      {toolsOf(desk, part, parts).map((tool) => (
        <button
          key={tool.name}
          type="button"
          class={tool.icon ? "edit-tool edit-icon" : "edit-tool"}
          title={tool.icon && tool.label}
          data-name={`${own} ${tool.name}`}
          aria-label={tool.spoken}
          onClick={() => (tool.command ? desk.send(tool.command) : setOpen(`${own} ${tool.form}`))}
        >
          {tool.icon ? <Icon name={tool.icon} /> : tool.label}
        </button>
      ))}
    </>
  );
}

/** @param {{desk: Desk, part: Part, parts: Part[], form: string, close: () => void}} props */
function Form({ desk, part, parts, form, close }) {
  const id = Number(part.item);
  if (part.kind === "words") return <Paragraph desk={desk} part={part} close={close} />;
  if (form === "merge") return <Merge desk={desk} part={part} parts={parts} close={close} />;
  if (part.kind === "takeaway") return <Reword desk={desk} part={part} close={close} />;
  if (form === "add") return <AddNote desk={desk} topic={id} close={close} />;
  if (part.kind === "note") {
    const note = desk.slices.notes.notes.find((one) => one.id === id);
    return note ? <NoteEdit desk={desk} note={note} close={close} /> : null;
  }
  const isTopic = part.kind === "topic";
  return (
    <Rename
      label={isTopic ? _("Title") : _("Name")}
      text={part.text}
      maxLength={isTopic ? TITLE_MAX : NAME_MAX}
      close={close}
      save={(text) =>
        desk.send(
          isTopic ? { do: "rename_topic", topic: id, title: text } : { do: "rename_person", person: id, name: text },
        )
      }
    />
  );
}

/** @param {Desk} desk @param {Part} part @param {Part[]} parts @returns {Tool[]} */
function toolsOf({ slices }, part, parts) {
  const { kind, item, text, isOmitted } = part;
  const id = Number(item);
  /** @type {(Tool & {needs: string} | null)[]} */
  let tools = [];
  if (kind === "words") {
    const spoken = wordsLabel(item, text !== "");
    tools = [{ name: "edit", label: text ? _("Edit") : spoken, spoken, form: "edit", needs: "introduce_summary" }];
  } else if (kind === "person") {
    tools = [{ name: "rename", label: _("Rename"), icon: "pencil", spoken: _("Rename {title}", { title: text }), form: "rename", needs: "rename_person" }];
  } else if (kind === "note") {
    tools = [
      { name: "edit", label: _("Edit"), spoken: _("Edit: {words}", { words: text }), form: "edit", needs: "edit_note" },
      { name: "remove", label: _("Remove"), spoken: _("Remove: {words}", { words: text }), command: { do: "remove_note", note: id }, needs: "remove_note" },
      hiding(part),
    ];
  } else if (kind === "topic") {
    const topics = parts.filter((one) => one.kind === "topic").map((one) => Number(one.item));
    const place = topics.indexOf(id);
    tools = [
      { name: "rename", label: _("Rename"), spoken: _("Rename {title}", { title: text }), form: "rename", needs: "rename_topic" },
      { name: "add", label: _("Add a note"), spoken: _("Add a note to {title}", { title: text }), form: "add", needs: "add_note" },
      place > 0
        ? { name: "earlier", label: _("Earlier"), spoken: _("Move {title} earlier", { title: text }), command: { do: "move_in_summary", topic: id, before: topics[place - 1] }, needs: "move_in_summary" }
        : null,
      place < topics.length - 1
        ? { name: "later", label: _("Later"), spoken: _("Move {title} later", { title: text }), command: { do: "move_in_summary", topic: id, before: topics[place + 2] ?? null }, needs: "move_in_summary" }
        : null,
      hiding(part),
    ];
  } else if (kind === "takeaway") tools = takeawayTools(part, parts, slices);
  else if (kind === "answer") tools = [passing(part), settingAside(part, { do: "set_aside_answer", answer: id })];
  else tools = [passing(part), hiding(part)];
  return tools.flatMap((tool) => (tool && may(slices, tool.needs) && (!isOmitted || tool.name === "hide") ? tool : []));
}

/** @param {Part} part @param {Part[]} parts @param {Desk["slices"]} slices @returns {(Tool & {needs: string} | null)[]} */
function takeawayTools(part, parts, slices) {
  const id = Number(part.item);
  const { text } = part;
  if (part.into) {
    const spoken = _("Separate: {words}", { words: text });
    return [{ name: "merge", label: _("Separate"), spoken, command: { do: "merge_takeaway", takeaway: id }, needs: "merge_takeaway" }];
  }
  return [
    passing(part),
    { name: "edit", label: _("Edit"), spoken: _("Edit: {words}", { words: text }), form: "edit", needs: "reword_takeaway" },
    others(part, parts, slices).length > 0
      ? { name: "merge", label: _("Merge with another"), spoken: _("Merge with another: {words}", { words: text }), form: "merge", needs: "merge_takeaway" }
      : null,
    settingAside(part, { do: "set_aside_takeaway", takeaway: id }),
  ];
}

/** @param {Part} part @returns {Tool & {needs: string} | null} */
function passing({ item, text, isUnseen }) {
  if (!isUnseen) return null;
  const spoken = _("Include: {words}", { words: text });
  return { name: "pass", label: _("Include"), spoken, command: { do: "pass_words", items: [Number(item)] }, needs: "pass_words" };
}

/** @param {Part} part @param {CommandBody} command @returns {Tool & {needs: string}} */
function settingAside({ item, text, isOmitted }, command) {
  if (isOmitted) {
    const spoken = _("Put back: {words}", { words: text });
    return { name: "hide", label: _("Put back"), spoken, command: { do: "pass_words", items: [Number(item)] }, needs: "pass_words" };
  }
  return { name: "hide", label: _("Leave out"), spoken: _("Leave out: {words}", { words: text }), command, needs: command.do };
}

/** @param {Part} part @returns {Tool & {needs: string}} */
function hiding({ item, text, isOmitted }) {
  if (isOmitted) {
    const spoken = _("Put back: {words}", { words: text });
    return { name: "hide", label: _("Put back"), spoken, command: { do: "show_in_summary", item: Number(item) }, needs: "show_in_summary" };
  }
  const spoken = _("Leave out: {words}", { words: text });
  return { name: "hide", label: _("Leave out"), spoken, command: { do: "hide_from_summary", item: Number(item) }, needs: "hide_from_summary" };
}

/** @param {string} which @param {boolean} isThere */
function wordsLabel(which, isThere) {
  switch (which) {
    case "opening":
      return isThere ? _("Edit the opening paragraph") : _("Write an opening paragraph");
    case "closing":
      return isThere ? _("Edit the closing paragraph") : _("Write a closing paragraph");
    default:
      return isThere ? _("Edit the credit line") : _("Write a credit line");
  }
}
