"""Logs of every released version fold to the same state for ever."""

from pathlib import Path

import pytest

from fishbowl.domain.session.formats import FORMATS
from tests.logs.recorded import expected, hashes, name_of, recorded_logs, stored


@pytest.mark.parametrize("path", recorded_logs(), ids=name_of)
def test_a_recorded_log_folds_to_the_state_that_was_recorded(path: Path):
    assert hashes(path) == expected()[name_of(path)]


def test_every_format_and_every_event_of_the_first_release_is_recorded():
    first = [path for path in recorded_logs() if path.parent.name == "0.1.0"]
    assert {path.name.partition(".")[0] for path in first} >= set(FORMATS) - LATER_FORMATS
    names = {entry["type"] for path in first for entry in stored(path)}
    assert names >= EVENTS_OF_THE_FIRST_RELEASE


def test_no_recorded_log_is_without_an_expected_state():
    assert expected().keys() == {name_of(path) for path in recorded_logs()}


LATER_FORMATS = {"post-conference"}
EVENTS_OF_THE_FIRST_RELEASE = {
    "action.undone", "answer.changed", "answer.given", "answer.put_up", "answer.set_aside",
    "answer.taken_back", "call.accepted", "call.ended", "call.made", "chair.kind_changed",
    "chair.left", "chair.taken", "chairs.changed", "chairs.moved", "clock.extended",
    "clock.paused", "clock.resumed", "debrief.closed", "debrief.opened", "door.locked",
    "door.unlocked", "dots.cast", "floor.corrected", "floor.given", "item.closed",
    "item.reopened", "links.revoked", "minute.asked", "minute.ended", "name.hidden",
    "name.shown", "note.added", "note.changed", "note.removed", "people.merged",
    "person.added", "person.credited", "person.forgotten", "person.grouped", "person.joined",
    "person.moved_device", "person.nudged", "person.readmitted", "person.renamed",
    "person.sent_out", "phase.begun", "phase.due", "phase.replanned", "place.given",
    "point.left", "point.withdrawn", "question.answered", "question.asked", "question.put_up",
    "question.set_aside", "question.shown", "question.taken_back", "question.upvoted",
    "queue.closed", "queue.joined", "queue.left", "queue.moved", "queue.opened",
    "recording.ended", "recording.marked", "request.changed", "request.kept", "request.read",
    "request.snoozed", "request.woken", "room.asked", "room.offered", "room.tapped",
    "rules.changed", "run.edited", "session.closed", "session.created", "session.started",
    "settings.changed", "signals.totalled", "summary.introduced", "summary.item_hidden",
    "summary.item_shown", "summary.ordered", "summary.published", "summary.withdrawn",
    "takeaway.changed", "takeaway.kept", "takeaway.put_up", "takeaway.set_aside",
    "takeaway.withdrawn", "thumb.cast", "thumbs.closed", "thumbs.opened", "topic.added",
    "topic.begun", "topic.ended", "topic.merged", "topic.parked", "topic.put_up",
    "topic.renamed", "topic.set_aside", "topic.suggested", "topic.timed", "turn.corrected",
    "voice.invited", "volunteer.marked", "vote.closed", "vote.opened", "wall.changed",
    "wall.set", "where.said", "wifi.set",
}  # fmt: skip
