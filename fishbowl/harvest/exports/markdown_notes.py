"""The notes as Markdown: each kind under its own heading."""

from collections.abc import Iterator

from fishbowl.harvest.exports.markdown_takeaways import state_line
from fishbowl.harvest.exports.markup import escaped
from fishbowl.harvest.model import NoteFacts
from fishbowl.harvest.notes import NotePlaces
from fishbowl.harvest.words import _, due_day, name_of


def note_sections(places: NotePlaces) -> Iterator[str]:
    """Write the notes outside the topics."""
    yield from _section(_("Besides the topics"), places.loose, places)
    yield from _section(_("Decided"), places.decisions, places)
    yield from _section(_("Left undecided"), places.undecided, places)
    yield from _section(_("We said we would"), places.actions, places)
    yield from _section(_("Open questions"), places.questions, places)
    yield from _section(_("Worth passing on"), places.resources, places)


def note_line(note: NoteFacts) -> str:
    """Write one note: its words, owner, due day, link, and whether it is closed."""
    name, day = note_name(note), due_day(note.due)
    if name and day:
        facts = _("{name}, by {day}", name=escaped(name), day=day)
    else:
        facts = escaped(name) or (_("by {day}", day=day) if day else "")
    state = state_line(closed=note.closed, end=note.end)
    said = escaped(note.words)
    parts = (
        said,
        f"({facts})" if facts else "",
        _address(note.link),
        f"· {state}" if state else "",
    )
    return " ".join(part for part in parts if part)


def note_name(note: NoteFacts) -> str:
    """The name of the owner; empty for nobody."""
    return note.owner if note.who is None else name_of(note.who)


def _section(title: str, notes: tuple[NoteFacts, ...], places: NotePlaces) -> Iterator[str]:
    if not notes:
        return
    yield f"## {title}"
    yield "\n".join(f"- {_with_topic(note, places)}" for note in notes)


def _with_topic(note: NoteFacts, places: NotePlaces) -> str:
    title = "" if note.topic is None else places.titles.get(note.topic, "")
    return f"{note_line(note)} · *{escaped(title)}*" if title else note_line(note)


def _address(link: str) -> str:
    """An autolink, with angle brackets in the address percent-encoded."""
    return f"<{link.replace('<', '%3C').replace('>', '%3E')}>" if link else ""
