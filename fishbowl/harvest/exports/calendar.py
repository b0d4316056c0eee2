"""The session as a calendar file: the evening itself, for a diary and for what follows from it."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from fishbowl.domain.ids import Millis
from fishbowl.domain.words import clean
from fishbowl.harvest.model import Summary
from fishbowl.harvest.sentences import sentences

PRODUCT = "-//Fishbowl//Session//EN"


def to_ics(summary: Summary) -> str:
    """Write what is given; the caller has made it publishable. The session is always there."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(_session(summary))
    text: str = calendar.to_ical().decode()
    return text


def _session(summary: Summary) -> Event:
    session = summary.session
    began = session.started_at_ms or session.created_at_ms
    ended = session.ended_at_ms or Millis(began + session.planned_ms)
    event = Event()
    event.add("uid", uid(summary, "session"))
    event.add("dtstamp", moment(session.ended_at_ms or began))
    event.add("dtstart", moment(began))
    event.add("dtend", max(moment(ended), moment(began) + timedelta(minutes=1)))
    event.add("summary", clean(session.question))
    if session.event:
        event.add("location", clean(session.event))
    talked = [clean(topic.title) for topic in summary.topics if topic.talked_ms and topic.title]
    event.add("description", "\n".join([" ".join(sentences(summary)), *talked]).strip())
    return event


def uid(summary: Summary, what: str) -> str:
    """A name for an entry that is the same in every export of it, so that none comes twice."""
    session = summary.session
    return f"{session.code.lower()}-{session.created_at_ms}-{what}@fishbowl"


def moment(at_ms: int) -> datetime:
    """Session time for a calendar: UTC, whole seconds."""
    return datetime.fromtimestamp(at_ms // 1000, UTC)
