"""The session as an iCalendar file: one event for the session, one for each due day.

Due days are all-day events, not VTODOs, since most web calendars do not show VTODOs.
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
    """Write a publishable summary as iCalendar; the file always has the session itself."""
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
    if session.event:  # a category, since a session has no location
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
    """An all-day event for a due day; it does not block time (TRANSPARENT)."""
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
    """The words of an action with its owner."""
    return _signed(clean(action.words), clean(note_name(action)))


def _signed(words: str, name: str) -> str:
    return _("{name}: {words}", name=name, words=words) if name else words


def uid(summary: Summary, what: str) -> str:
    """A stable UID, so that importing another export updates events instead of doubling them."""
    session = summary.session
    return f"{session.code.lower()}-{session.created_at_ms}-{what}@fishbowl"


def moment(at_ms: int) -> datetime:
    """Convert session time to UTC in whole seconds."""
    return datetime.fromtimestamp(at_ms // 1000, UTC)
