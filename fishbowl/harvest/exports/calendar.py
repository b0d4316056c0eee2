"""The session as a calendar file: the evening itself, and the days on which something is due.

A day is an entry, not a to-do: most calendars on the web show nobody a to-do.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.words import clean
from fishbowl.harvest.exports.markdown_notes import note_name
from fishbowl.harvest.model import NoteFacts, Summary
from fishbowl.harvest.notes import note_places
from fishbowl.harvest.sentences import sentences
from fishbowl.harvest.words import _, name_of

PRODUCT = "-//Fishbowl//Session//EN"


def to_ics(summary: Summary) -> str:
    """Write what is given; the caller has made it publishable. The session is always there."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    actions = note_places(summary).actions
    calendar.add_component(_session(summary, actions))
    for action in actions:
        if action.due:
            entry = _due(summary, f"note-{action.note}", action.due, _said(action))
            if action.link:
                entry.add("url", action.link)
            calendar.add_component(entry)
    for taken in summary.takeaways:
        if taken.kind == "will" and taken.due:
            said = _signed(clean(taken.words), "" if taken.who is None else name_of(taken.who))
            calendar.add_component(_due(summary, f"takeaway-{taken.takeaway}", taken.due, said))
    text: str = calendar.to_ical().decode()
    return text


def _session(summary: Summary, actions: Sequence[NoteFacts]) -> Event:
    session = summary.session
    began = session.started_at_ms or session.created_at_ms
    ended = session.ended_at_ms or Millis(began + session.planned_ms)
    event = Event()
    event.add("uid", uid(summary, "session"))
    event.add("dtstamp", moment(session.ended_at_ms or began))
    event.add("dtstart", moment(began))
    event.add("dtend", max(moment(ended), moment(began) + timedelta(minutes=1)))
    event.add("summary", clean(session.question))
    if session.event:  # what it was part of; nobody has said where it was
        event.add("categories", [clean(session.event)])
    talked = [clean(topic.title) for topic in summary.topics if topic.talked_ms and topic.title]
    before = [clean(one.question) for one in session.questions[:-1]]
    lines = [
        clean(session.event),
        *before,
        " ".join(sentences(summary)),
        *talked,
        *(_said(action) for action in actions),
    ]
    event.add("description", "\n".join(lines).strip())
    return event


def _due(summary: Summary, what: str, due: str, said: str) -> Event:
    """A whole day, free all the same, on which somebody said they would have done it."""
    day = date.fromisoformat(due)
    event = Event()
    event.add("uid", uid(summary, what))
    event.add("dtstamp", moment(summary.session.ended_at_ms or summary.session.created_at_ms))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", said)
    event.add("description", clean(summary.session.question))
    return event


def _said(action: NoteFacts) -> str:
    """What somebody said they would do, and who."""
    return _signed(clean(action.words), clean(note_name(action)))


def _signed(words: str, name: str) -> str:
    return _("{name}: {words}", name=name, words=words) if name else words


def uid(summary: Summary, what: str) -> str:
    """A name for an entry that is the same in every export of it, so that none comes twice."""
    session = summary.session
    return f"{session.code.lower()}-{session.created_at_ms}-{what}@fishbowl"


def moment(at_ms: int) -> datetime:
    """Session time for a calendar: UTC, whole seconds."""
    return datetime.fromtimestamp(at_ms // 1000, UTC)
