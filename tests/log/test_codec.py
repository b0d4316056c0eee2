"""Events to disk and back: a public format."""

import types
import typing
from typing import Annotated, Any, Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.domain.kernel.words import clean
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.commands import run
from fishbowl.domain.session.events import EVENT_TYPES, Event, limits
from fishbowl.log.codec import UnknownEvent, decode, encode


def values(hint: Any, meta: msgspec.Meta | None = None) -> st.SearchStrategy[Any]:
    """Make values of a field's type, within its limits."""
    if typing.get_origin(hint) is Annotated:
        inner, *extras = typing.get_args(hint)
        return values(inner, next(one for one in extras if isinstance(one, msgspec.Meta)))
    if hint is str:
        if meta is not None and meta.pattern is not None:
            return st.from_regex(meta.pattern).filter(lambda text: len(text) <= 16)
        return st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    if hint is bool:
        return st.booleans()
    if hint is type(None):
        return st.none()
    if hint is msgspec.UnsetType:
        return st.nothing()  # only entries of older programs leave out what was decided
    if typing.get_origin(hint) is Literal:
        return st.sampled_from(typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        first, *others = typing.get_args(hint)
        if others != [...]:
            return st.tuples(*(values(one) for one in (first, *others)))
        return st.lists(values(first), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return st.builds(hint, **fields(hint))
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return st.one_of(*(values(arm) for arm in typing.get_args(hint)))
    assert getattr(hint, "__supertype__", hint) is int, hint
    return st.integers(*_ends(meta))


def _ends(meta: msgspec.Meta | None) -> tuple[int, int]:
    if meta is None:
        return (-(2**53), 2**53)
    most = meta.le if meta.le is not None else meta.lt - 1
    return (meta.ge if meta.ge is not None else -(2**53), most)


def fields(event: type[msgspec.Struct]) -> dict[str, st.SearchStrategy[Any]]:
    hints = typing.get_type_hints(event, include_extras=True)
    return {field: values(hints[field]) for field in event.__struct_fields__}


events = st.one_of(*(st.builds(event, **fields(event)) for event in EVENT_TYPES.values()))


@given(event=events)
def test_every_event_comes_back_as_it_went(event: Event):
    assert decode(*encode(event)) == event


def test_an_event_of_a_newer_program_is_refused():
    with pytest.raises(UnknownEvent, match=r"chair\.polished"):
        decode("chair.polished", 1, "{}")
    with pytest.raises(UnknownEvent, match=r"door\.locked version 2"):
        decode("door.locked", 2, "{}")


@pytest.mark.parametrize(
    ("name", "data", "field"),
    [
        ("chair.taken", {"chair": 3, "person": 12, "colour": "red"}, "colour"),
        ("phase.begun", {"index": 1, "began_by": 3}, "began_by"),
        (
            "run.edited",
            {"index": 0, "phases": [{"kind": "bowl", "planned_ms": 1, "song": 1}]},
            "song",
        ),
    ],
)
def test_a_field_that_is_not_known_is_an_error_that_names_it(name, data, field):
    with pytest.raises(UnknownEvent, match=f"{name} version 1.*`{field}`"):
        decode(name, 1, msgspec.json.encode(data).decode())


def test_an_unknown_field_of_an_older_version_is_named_as_well():
    with pytest.raises(UnknownEvent, match="`reason`"):
        decode("person.forgotten", 1, '{"person": 3, "reason": "asked to"}')
    assert decode("person.forgotten", 1, '{"person": 3}').keeps_key


def test_stored_names_stand_for_ever():
    """A name may be added to this list, never changed or taken away: files out there have it."""
    assert sorted(EVENT_TYPES) == [
        "action.undone", "answer.changed", "answer.given", "answer.put_up", "answer.set_aside",
        "answer.taken_back", "break.begun", "break.ended", "call.accepted", "call.ended",
        "call.made", "chair.kind_changed", "chair.left", "chair.taken", "chairs.changed",
        "chairs.moved", "clock.extended", "clock.paused", "clock.resumed", "debrief.closed",
        "debrief.opened", "door.locked", "door.unlocked", "door.waiting_set", "dots.cast",
        "everybody.forgotten", "floor.corrected", "floor.given", "item.closed", "item.reopened",
        "links.revoked", "minute.asked", "minute.ended", "name.hidden", "name.shown", "note.added",
        "note.changed", "note.checked", "note.removed", "people.admitted", "people.listed",
        "people.merged", "people.removed", "person.added", "person.credited", "person.forgotten",
        "person.grouped", "person.joined", "person.knocked", "person.moved_device", "person.nudged",
        "person.readmitted", "person.renamed", "person.sent_out", "phase.begun", "phase.due",
        "phase.replanned", "place.given", "point.left", "point.withdrawn", "question.answered",
        "question.asked", "question.put_up", "question.set_aside", "question.shown",
        "question.taken_back", "question.upvoted", "queue.closed", "queue.emptied", "queue.joined",
        "queue.left", "queue.moved", "queue.opened", "recording.ended", "recording.marked",
        "request.changed", "request.kept", "request.read", "request.snoozed", "request.woken",
        "room.asked", "room.offer_withdrawn", "room.offered", "room.tapped", "rules.changed",
        "run.edited",
        "session.closed", "session.created", "session.idle", "session.question_begun",
        "session.started", "settings.changed", "signals.totalled", "summary.introduced",
        "summary.item_hidden", "summary.item_shown", "summary.ordered", "summary.published",
        "summary.withdrawn", "takeaway.changed", "takeaway.kept", "takeaway.merged",
        "takeaway.put_up", "takeaway.reworded", "takeaway.set_aside", "takeaway.withdrawn",
        "thumb.cast", "thumbs.closed", "thumbs.opened", "topic.added", "topic.begun", "topic.ended",
        "topic.merged", "topic.parked", "topic.put_up", "topic.renamed", "topic.set_aside",
        "topic.suggested", "topic.timed", "turn.corrected", "voice.invited", "volunteer.marked",
        "vote.closed", "vote.opened", "voter.confirmed", "voters.admitted", "wall.changed",
        "wall.set", "where.said", "wifi.erased", "wifi.set", "words.passed",
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
    decided = EVENT_TYPES["chair.taken"](chair=3, person=12, as_reply=True)
    assert msgspec.json.decode(encode(decided)[2])["as_reply"] is True


HOSTILE = [
    ("session.created", "chair_count", 10**9),
    ("session.created", "language", "<script>"),
    ("session.created", "question", "x" * 1_000),
    ("chairs.changed", "count", 10**9),
    ("chair.taken", "chair", 0),
    ("note.added", "link", "javascript:alert(1)"),
    ("note.added", "link", "https://example.org/\njavascript:alert(1)"),
    ("note.added", "due", "2026-12-01\n"),
    ("person.joined", "called", "x" * 300),
    ("floor.corrected", "until_run_ms", 10**18),
    ("phase.begun", "index", -1),
    ("vote.opened", "length_ms", 10**18),
    ("wifi.set", "password", "x" * 64),
]


@settings(max_examples=5)
@given(data=st.data())
@pytest.mark.parametrize(("name", "field", "value"), HOSTILE)
def test_a_field_beyond_what_a_command_could_have_said_is_refused(name, field, value, data):
    good = data.draw(st.fixed_dictionaries(fields(EVENT_TYPES[name])))
    decode(name, EVENT_TYPES[name].version, msgspec.json.encode(good).decode())
    hostile = msgspec.json.encode({**good, field: value}).decode()
    with pytest.raises(msgspec.ValidationError, match=field):
        decode(name, EVENT_TYPES[name].version, hostile)


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("NameText", 3 * c.NAME_MAX),
        ("GroupText", 3 * c.GROUP_MAX),
        ("WhereText", 3 * c.WHERE_MAX),
        ("WordsText", 3 * c.WORDS_MAX),
        ("TitleText", 3 * c.TITLE_MAX),
        ("QuestionText", 3 * c.QUESTION_MAX),
        ("ParagraphText", 3 * c.PARAGRAPH_MAX),
        ("CreditText", 3 * c.CREDIT_MAX),
        ("LinkText", c.LINK_MAX),
        ("NetworkText", c.NETWORK_MAX),
        ("PasswordText", c.PASSWORD_MAX),
        ("Chairs", c.CHAIRS_MAX),
        ("ChairNumber", c.CHAIRS_MAX),
        ("PatienceNo", c.PATIENCE_MAX),
        ("LengthMs", c.MINUTES_MAX * 60_000),
        ("PhaseNo", run.PHASES_MAX - 1),
        ("PlannedMs", run.PHASES_MAX * run.PHASE_MAX_MS),
    ],
)
def test_what_a_command_may_say_can_be_stored(stored: str, said: int):
    hint = getattr(limits, stored)
    (meta,) = (one for one in typing.get_args(hint) if isinstance(one, msgspec.Meta))
    most = meta.max_length or meta.le or meta.lt - 1
    assert said <= most


def test_a_text_that_normalising_has_lengthened_is_read_again():
    name = "\u0958" * 80  # three characters after NFC, in some of the scripts
    event = EVENT_TYPES["person.added"](called=clean(name))
    assert len(event.called) > 80
    assert decode(*encode(event)) == event
