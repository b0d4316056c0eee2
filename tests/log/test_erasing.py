"""Overwriting fields of stored entries: nothing else changes, whatever the version."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.session.erasure import Erasure, Row, erasure, fields_to_blank
from fishbowl.domain.session.events import (
    EVENT_TYPES,
    AnswerTakenBack,
    EverybodyForgotten,
    PersonForgotten,
    TakeawayWithdrawn,
    WifiErased,
)
from fishbowl.domain.session.evolve import fold
from fishbowl.log import Store
from fishbowl.log.codec import decode, encode
from fishbowl.log.erasing import blanked, erased_rows
from tests.log.conftest import put
from tests.log.test_forget import room as evening_room  # noqa: F401
from tests.logs.recorded import recorded_logs, stored

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(NAMES, VALUES, max_size=6)


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@given(fields=OBJECTS, data=st.data())
def test_only_the_named_fields_change(fields: dict[str, Any], data: st.DataObject):
    names = data.draw(st.sets(st.sampled_from([*fields, "no such field"])))
    after = blanked("note.added", 1, compact(fields), names)
    kept = {name: value for name, value in fields.items() if name not in names}
    assert {n: v for n, v in json.loads(after).items() if n not in names} == kept
    assert list(json.loads(after)) == list(fields)
    for name in names & fields.keys():
        assert json.loads(after)[name] in ("", [], {}, 0, None, True, False)


@given(fields=OBJECTS, data=st.data())
def test_blanking_again_changes_nothing(fields: dict[str, Any], data: st.DataObject):
    names = data.draw(st.sets(st.sampled_from([*fields, "no such field"])))
    once = blanked("note.added", 1, compact(fields), names)
    assert blanked("note.added", 1, once, names) == once


@given(fields=OBJECTS)
def test_without_a_field_to_blank_every_byte_stays(fields: dict[str, Any]):
    written = json.dumps(fields, indent=1)
    assert blanked("note.added", 1, written, ("no such field",)) == written


def test_numbers_too_long_for_a_float_and_escapes_stay_as_they_were_written():
    data = '{"a":12345678901234567890,"words":"caf\\u00e9","b":1.10,"c":"\\u00e9"}'
    after = '{"a":12345678901234567890,"words":"","b":1.10,"c":"\\u00e9"}'
    assert blanked("future.event", 7, data, ("words",)) == after


def test_a_field_that_is_there_twice_is_overwritten_wherever_it_is():
    assert "secret" not in blanked("note.added", 1, '{"words":"secret","words":"x"}', ("words",))


@pytest.mark.parametrize("data", ["", "[]", "{", '"words"'])
def test_what_is_no_object_is_refused(data: str):
    with pytest.raises(msgspec.DecodeError):
        blanked("note.added", 1, data, ("words",))


def test_entries_of_unknown_types_are_left_alone():
    rows = [Row(1, 1, "chair.polished", {"person": 7, "words": "x"})]
    assert list(fields_to_blank(Erasure(people=frozenset({7})), rows)) == []


@pytest.mark.parametrize("path", recorded_logs(), ids=lambda path: path.stem)
def test_every_version_that_was_ever_recorded_is_read_after_erasing(path):
    """Whoever of a recorded log is forgotten, the log still folds, and their words are gone."""
    rows = [
        (e["seq"], e["part"], e["type"], e["version"], compact(e["data"])) for e in stored(path)
    ]
    people = frozenset(e["seq"] for e in stored(path) if e["type"] == "person.joined")
    what = Erasure(people=people, wifi=True)
    after = {seq: data for seq, _, _, _, data in rows} | dict(erased_rows(what, rows))
    for seq, _, type, version, _ in rows:
        event = decode(type, version, after[seq])
        owner = seq if type == "person.joined" else getattr(event, "person", None)
        if owner in people:
            assert all(not getattr(event, name) for name in event.erasable)
        assert all(not getattr(event, name) for name in event.secrets)


def rows_of(room) -> list[tuple[int, int, str, int, str]]:
    return [(entry.seq, entry.part, *encode(entry.event)) for entry in room.log]


def test_the_pseudonym_of_the_device_goes_with_its_person():
    rows = [(2, 0, *encode(EVENT_TYPES["person.joined"](key="device 1", called="Amira")))]
    rows.append((3, 0, *encode(EVENT_TYPES["person.moved_device"](person=2, key="device 2"))))
    changed = dict(erased_rows(erasure([PersonForgotten(person=2)]), rows))
    assert [json.loads(data)["key"] for data in changed.values()] == ["", ""]


def test_what_was_taken_back_goes_in_every_version_of_it():
    kept = EVENT_TYPES["takeaway.kept"](person=2, kind="take", words="one", shared=True)
    changed = EVENT_TYPES["takeaway.changed"](
        takeaway=5, person=2, kind="take", words="two", shared=True
    )
    other = EVENT_TYPES["answer.changed"](answer=6, person=2, words="three")
    rows = [(5, 0, *encode(kept)), (7, 0, *encode(changed)), (8, 0, *encode(other))]
    gone = dict(erased_rows(erasure([TakeawayWithdrawn(takeaway=5, person=2)]), rows))
    assert gone.keys() == {5, 7}
    gone = dict(erased_rows(erasure([AnswerTakenBack(answer=6, person=2)]), rows))
    assert gone.keys() == {8}


def test_of_what_was_published_the_last_words_stay_and_no_earlier_ones():
    asked = EVENT_TYPES["topic.suggested"](person=2, title="First title")
    renamed = EVENT_TYPES["topic.renamed"](topic=5, title="Published title", person=2)
    rows = [(5, 0, *encode(asked)), (7, 0, *encode(renamed))]
    what = erasure([EverybodyForgotten(people=(2,), kept=(5,))])
    changed = dict(erased_rows(what, rows))
    assert changed.keys() == {5}


def test_the_owner_of_a_published_note_goes_and_its_words_stay():
    note = EVENT_TYPES["note.added"](kind="action", words="Write it", owner="Lindiwe")
    rows = [(5, 0, *encode(note))]
    ((_, data),) = erased_rows(erasure([EverybodyForgotten(people=(), kept=(5,))]), rows)
    assert (json.loads(data)["words"], json.loads(data)["owner"]) == ("Write it", "")


def test_the_password_goes_from_every_entry_and_the_network_stays():
    wifi = EVENT_TYPES["wifi.set"](
        network="Hall 2", password="open sesame", security="wpa", hidden=False
    )
    ((_, data),) = erased_rows(erasure([WifiErased()]), [(3, 0, *encode(wifi))])
    assert json.loads(data) == {
        "network": "Hall 2", "password": "", "security": "wpa", "hidden": False,
    }  # fmt: skip


def test_only_entries_that_can_lose_something_are_read(store: Store, evening_room):  # noqa: F811
    put(store, evening_room.log)
    before = len(evening_room.log)
    evening_room.phone_of("Raffaello").forgets()
    what = erasure(entry.event for entry in evening_room.log[before:])
    put(store, evening_room.log[before:])
    everything = dict(erased_rows(what, rows_of(evening_room)))
    types = {seq: type for seq, _, type, _, _ in rows_of(evening_room)}
    assert {types[seq] for seq in everything} <= set(what.types())
    folded = fold(store.entries("WAVE47"))
    assert folded.seq == evening_room.session.seq
