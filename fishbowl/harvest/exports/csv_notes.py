"""The notes as a table for spreadsheets: a line a note."""

import csv
from io import StringIO

from fishbowl.harvest.exports.csv import cell
from fishbowl.harvest.exports.markdown_notes import note_name
from fishbowl.harvest.model import NoteFacts, Summary
from fishbowl.harvest.words import instant

NOTES_HEADER = ("note", "kind", "words", "topic", "owner", "due", "link", "noted_at")


def notes_table(summary: Summary) -> str:
    """Write what is given; the caller has made it publishable. The header is always there."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(NOTES_HEADER)
    titles = {topic.topic: topic.title for topic in summary.topics}
    for note in summary.notes:
        writer.writerow(_row(note, "" if note.topic is None else titles.get(note.topic, "")))
    return out.getvalue()


def _row(note: NoteFacts, title: str) -> tuple[str | int, ...]:
    return (
        note.note,
        note.kind,
        cell(note.words),
        cell(title),
        cell(note_name(note)),
        note.due,
        note.link,
        instant(note.noted_at_ms) or "",
    )
