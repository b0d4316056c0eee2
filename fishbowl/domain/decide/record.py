"""Rules of the record: nobody is named who did not choose it, and nobody records in secret."""

from collections.abc import Sequence

from fishbowl.domain import commands as c
from fishbowl.domain import events as e
from fishbowl.domain.decide.given import Given
from fishbowl.domain.errors import AlreadyTrue, Rejected
from fishbowl.domain.state import Session


def credit_me(session: Session, command: c.CreditMe, given: Given) -> Sequence[e.Event]:
    """Let a person choose to be named; the choice can be taken back at any time."""
    if given.person is None:
        raise Rejected("person_unknown")
    if session.settings.attribution != "opt_in":
        raise Rejected("names_settled")
    if command.on == (given.person in session.credits):
        raise AlreadyTrue()
    return [e.PersonCredited(person=given.person, on=command.on)]


def mark_recording_start(
    session: Session, command: c.MarkRecordingStart, given: Given
) -> Sequence[e.Event]:
    """Note that a recording starts, and let the room know; under Chatham House there is none."""
    if session.settings.attribution == "chatham_house":
        raise Rejected("not_recorded")
    if session.recording.goes_on:
        raise AlreadyTrue()
    return [e.RecordingMarked()]


def mark_recording_stop(
    session: Session, command: c.MarkRecordingStop, given: Given
) -> Sequence[e.Event]:
    """Note that the recording has ended."""
    if not session.recording.goes_on:
        raise AlreadyTrue()
    return [e.RecordingEnded()]
