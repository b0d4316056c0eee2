"""What changes in whose name is in the record, and in when the talk was recorded."""

from fishbowl.domain import events as e
from fishbowl.domain.events import Entry
from fishbowl.domain.parts import Part, Recording
from fishbowl.domain.state import Changes, Session

RECORDING = Part("recording")


def person_credited(session: Session, event: e.PersonCredited, entry: Entry) -> Changes:
    """Keep a person's choice, apart from the person: nothing is undone later because of it."""
    return {Part("credit", event.person): True if event.on else None}


def recording_marked(session: Session, event: e.RecordingMarked, entry: Entry) -> Changes:
    """A recording begins."""
    return {RECORDING: Recording(spans=(*session.recording.spans, (entry.at_ms, None)))}


def recording_ended(session: Session, event: e.RecordingEnded, entry: Entry) -> Changes:
    """The recording that goes on ends."""
    *before, (since, _) = session.recording.spans
    return {RECORDING: Recording(spans=(*before, (since, entry.at_ms)))}
