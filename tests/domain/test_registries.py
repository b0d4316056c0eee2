"""Nothing is forgotten: tables, unions and codes agree with what is declared."""

import re
import typing
from pathlib import Path

import pytest

import fishbowl.domain
from fishbowl.domain.kernel.errors import AlreadyCode, CommunityCode, RejectionCode, SeriesCode
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide import DECIDERS
from fishbowl.domain.session.erasure import ITEM_OF, NAMES
from fishbowl.domain.session.evolve import FOLDS
from fishbowl.domain.session.rights import RIGHTS

PACKAGE = Path(fishbowl.domain.__file__).parents[1]
COMMANDS = set(c.COMMANDS)
EVENTS = set(e.EVENT_TYPES.values())


def test_every_command_has_a_decider_a_right_and_a_name_on_the_wire():
    assert set(typing.get_args(c.AnyCommand)) == COMMANDS
    assert set(RIGHTS) == COMMANDS
    assert set(DECIDERS) == COMMANDS - {c.CreateSession}
    names = [c.wire_name(kind.__name__) for kind in COMMANDS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)+", name) for name in names)


def test_every_event_has_a_fold():
    assert set(FOLDS) == EVENTS - {e.SessionCreated, e.ActionUndone}


def test_an_event_that_does_not_declare_whether_it_can_be_undone_is_an_error():
    for fields in ({"name": "chair.polished"}, {"name": "chair.polished", "undo": "sometimes"}):
        with pytest.raises(TypeError, match="ChairPolished does not declare"):
            type(e.Event)("ChairPolished", (e.Event,), fields, frozen=True, kw_only=True)


def test_every_event_has_a_dotted_name_of_its_own():
    names = [event.name for event in EVENTS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", name) for name in names)
    assert all(event.version >= 1 for event in EVENTS)


def test_every_erasable_field_is_a_text_and_belongs_to_somebody():
    for event in EVENTS:
        hints = typing.get_type_hints(event)
        for field in event.erasable:
            assert hints[field] is str
        if event.erasable and event not in (e.PersonJoined, e.PersonAdded):
            assert "person" in hints


def test_every_free_text_of_an_attendee_is_erasable():
    texts = {
        event.name: {
            field
            for field, hint in typing.get_type_hints(event).items()
            if hint in (str, str | None) and field in event.__struct_fields__
        }
        - {*event.erasable, *event.pseudonyms, *event.record, *event.names, *event.secrets}
        for event in EVENTS
    }
    assert {name: kept for name, kept in texts.items() if kept} == {
        "session.created": {
            "code",
            "question",
            "event",
            "address",
            "format",
            "language",
            "series",
            "occasion",
        },
        "settings.changed": {
            "question",
            "event",
            "address",
            "format",
            "language",
            "series",
            "occasion",
        },
        "person.forgotten": {"kept_out"},  # a digest of what is gone
        "session.question_begun": {"question"},  # the facilitator's words
        "topic.added": {"title"},  # the facilitator's words
        "vote.opened": {"code"},  # was on the wall
        "wifi.set": {"network"},  # the room's
    }


def test_every_entry_that_holds_words_says_of_what_they_are():
    assert {
        "person.joined", "person.added", "person.renamed", "person.grouped", "where.said",
    } == NAMES  # fmt: skip
    assert ITEM_OF == {
        "queue.joined": "", "request.changed": "request", "point.left": "", "question.asked": "",
        "topic.suggested": "", "topic.renamed": "topic", "takeaway.kept": "",
        "takeaway.changed": "takeaway", "takeaway.reworded": "takeaway", "answer.given": "",
        "answer.changed": "answer", "item.closed": "item", "note.added": "", "note.changed": "note",
    }  # fmt: skip


def _codes(pattern: str) -> set[str]:
    sources = [*PACKAGE.rglob("*.py")]
    return {code for path in sources for code in re.findall(pattern, path.read_text())}


def test_every_refusal_has_a_declared_code():
    used = _codes(r'Rejected\(\s*"(\w+)"')
    declared = map(typing.get_args, (RejectionCode, CommunityCode, SeriesCode))
    assert used <= {code for codes in declared for code in codes}
    assert _codes(r'AlreadyTrue\(\s*"(\w+)"') | {"already_so"} <= set(typing.get_args(AlreadyCode))


def test_codes_are_sorted_and_single():
    for codes in map(typing.get_args, (RejectionCode, CommunityCode, SeriesCode)):
        assert list(codes) == sorted(set(codes))
    assert list(typing.get_args(AlreadyCode)) == sorted(set(typing.get_args(AlreadyCode)))
