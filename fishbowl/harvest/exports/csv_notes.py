"""The notes as CSV: a line for each note."""

from fishbowl.harvest.exports.csv import Row, cell, written
from fishbowl.harvest.exports.markdown_notes import note_name
from fishbowl.harvest.model import NoteFacts, Summary
from fishbowl.harvest.words import instant

NOTES_HEADER = (
    "note",
    "kind",
    "words",
    "topic",
    "owner",
    "due",
    "link",
    "noted_at",
    "closed",
    "end",
)


def notes_table(summary: Summary) -> str:
    """Write the notes of a publishable summary; the header is always there."""
    titles = {topic.topic: topic.title for topic in summary.topics}
    rows = (
        _row(note, "" if note.topic is None else titles.get(note.topic, ""))
        for note in summary.notes
    )
    return written(NOTES_HEADER, rows)


def _row(note: NoteFacts, title: str) -> Row:
    return (
        note.note,
        note.kind,
        cell(note.words),
        cell(title),
        cell(note_name(note)),
        cell(note.due),
        cell(note.link),
        instant(note.noted_at_ms) or "",
        "yes" if note.closed else "no",
        cell(note.end),
    )
