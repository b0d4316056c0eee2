"""Events to disk and back: a public format."""

import types
import typing
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.commands import CHAIRS_MAX, CHAIRS_MIN, MINUTES_MAX
from fishbowl.domain.commands.phases import PHASE_MAX_MS, Phase
from fishbowl.domain.events import EVENT_TYPES, Event
from fishbowl.storage.codec import UnknownEvent, decode, encode, erased

CODES = st.sampled_from(("", "welcome", "round_1"))
WITHIN_LIMITS: dict[type, dict[str, st.SearchStrategy[Any]]] = {
    Phase: {
        "planned_ms": st.integers(0, PHASE_MAX_MS),
        "seat_minutes": st.none() | st.integers(1, MINUTES_MAX),
        "chairs_to": st.none() | st.integers(CHAIRS_MIN, CHAIRS_MAX),
        **dict.fromkeys(("title_code", "opening_code", "closing_code"), CODES),
    }
}
"""Structs inside events are checked when they are read, so what is made of them must fit."""


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Make values of a field's type."""
    if hint is str:
        return st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    if hint is bool:
        return st.booleans()
    if hint is type(None):
        return st.none()
    if typing.get_origin(hint) is Literal:
        return st.sampled_from(typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return st.lists(values(typing.get_args(hint)[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return st.builds(hint, **{**fields(hint), **WITHIN_LIMITS.get(hint, {})})
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return st.one_of(*(values(arm) for arm in typing.get_args(hint)))
    if typing.get_origin(hint) is tuple:
        return st.lists(values(typing.get_args(hint)[0]), max_size=3).map(tuple)
    assert getattr(hint, "__supertype__", hint) is int, hint
    return st.integers(-(2**53), 2**53)


def fields(event: type[msgspec.Struct]) -> dict[str, st.SearchStrategy[Any]]:
    hints = typing.get_type_hints(event)
    return {field: values(hints[field]) for field in event.__struct_fields__}


events = st.one_of(*(st.builds(event, **fields(event)) for event in EVENT_TYPES.values()))


@given(event=events)
def test_every_event_comes_back_as_it_went(event: Event):
    assert decode(*encode(event)) == event


@given(event=events)
def test_erasing_leaves_everything_but_words(event: Event):
    after = erased(event)
    for field in event.__struct_fields__:
        expected = "" if field in event.erasable else getattr(event, field)
        assert getattr(after, field) == expected


def test_an_event_of_a_newer_program_is_refused():
    with pytest.raises(UnknownEvent, match=r"chair\.polished"):
        decode("chair.polished", 1, "{}")
    with pytest.raises(UnknownEvent, match=r"door\.locked version 2"):
        decode("door.locked", 2, "{}")


def test_stored_names_stand_for_ever():
    """A name may be added to this list, never changed or taken away: files out there have it."""
    assert sorted(EVENT_TYPES) == [
        "action.undone", "answer.changed", "answer.given", "answer.put_up", "answer.set_aside",
        "answer.taken_back", "call.accepted", "call.ended", "call.made", "chair.kind_changed",
        "chair.left", "chair.taken", "chairs.changed", "chairs.moved", "clock.extended",
        "clock.paused", "clock.resumed", "debrief.closed", "debrief.opened", "door.locked",
        "door.unlocked", "dots.cast", "floor.corrected", "floor.given", "item.closed",
        "item.reopened", "links.revoked", "minute.asked", "minute.ended", "name.hidden",
        "name.shown", "note.added", "note.changed", "note.removed", "people.merged", "person.added",
        "person.credited", "person.forgotten", "person.grouped", "person.joined",
        "person.moved_device", "person.nudged", "person.readmitted", "person.renamed",
        "person.sent_out", "phase.begun", "phase.due", "phase.replanned", "place.given",
        "point.left", "point.withdrawn", "question.answered", "question.asked", "question.put_up",
        "question.set_aside", "question.shown", "question.taken_back", "question.upvoted",
        "queue.closed", "queue.joined", "queue.left", "queue.moved", "queue.opened",
        "recording.ended", "recording.marked", "request.changed", "request.kept", "request.read",
        "request.snoozed", "request.woken", "room.asked", "room.offered", "room.tapped",
        "rules.changed", "run.edited", "session.closed", "session.created", "session.idle",
        "session.started", "settings.changed", "signals.totalled", "summary.introduced",
        "summary.item_hidden", "summary.item_shown", "summary.ordered", "summary.published",
        "summary.withdrawn", "takeaway.changed", "takeaway.kept", "takeaway.put_up",
        "takeaway.set_aside", "takeaway.withdrawn", "thumb.cast", "thumbs.closed", "thumbs.opened",
        "topic.added", "topic.begun", "topic.ended", "topic.merged", "topic.parked", "topic.put_up",
        "topic.renamed", "topic.set_aside", "topic.suggested", "topic.timed", "turn.corrected",
        "voice.invited", "volunteer.marked", "vote.closed", "vote.opened", "wall.changed",
        "wall.set", "where.said", "wifi.set",
    ]  # fmt: skip


def test_what_is_stored_is_plain_json():
    name, version, data = encode(EVENT_TYPES["chair.taken"](chair=3, person=12))
    assert (name, version) == ("chair.taken", 1)
    assert msgspec.json.decode(data) == {
        "chair": 3,
        "person": 12,
        "request": None,
        "passed_over": [],
    }
