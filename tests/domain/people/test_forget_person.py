"""Being forgotten: who was sent out stays out, and notes that may name somebody are pointed at."""

import pytest

from fishbowl.domain.kernel.ids import NoteId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import PersonForgotten
from fishbowl.domain.session.rules.people.identity import digest_of, person_with
from fishbowl.log.codec import decode
from fishbowl.views.console import console_view
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    return room


def note(room: Room, words: str, **fields: object) -> NoteId:
    return NoteId(room.facilitator.sends(c.AddNote(kind="insight", words=words, **fields))[0].seq)


def to_check(room: Room) -> list[str]:
    notes = console_view(room.session, NOWHERE)["notes"].notes
    return [one.words for one in notes if one.check]


def test_who_was_sent_out_is_kept_out_by_a_digest_and_not_by_the_device(room: Room):
    (amira,) = room.joins("Amira")
    person = amira.person
    room.facilitator.sends_out("Amira")
    event = amira.forgets()[-1].event
    assert event.kept_out == digest_of(amira.key)
    assert amira.key not in event.kept_out
    assert room.session.people[person].key == ""
    assert person_with(room.session, amira.key) == person
    assert person_with(room.session, "another device") is None
    with refused(room, "forgotten"):
        amira.joins("Amira again")
    assert Phone(room, "Kofi", device="another device").name == "Kofi"


def test_nothing_of_the_device_is_kept_of_somebody_who_was_not_sent_out(room: Room):
    (amira,) = room.joins("Amira")
    assert amira.forgets()[-1].event.kept_out == ""
    assert person_with(room.session, amira.key) is None


def test_an_entry_of_the_first_version_keeps_the_device_out_as_it_did():
    event = decode("person.forgotten", 1, '{"person":7}')
    assert event == PersonForgotten(person=7, keeps_key=True)


def test_notes_that_may_name_a_forgotten_person_are_pointed_at(room: Room):
    (amira,) = room.joins("Amira Al-Said")
    note(room, "Amira thinks that pay is secret")
    note(room, "AL-SAID said so")
    note(room, "Also it was late")
    note(room, "Ask the board", person=amira.person)
    note(room, "Ask again", owner="Amira A.")
    amira.forgets()
    assert to_check(room) == [
        "Amira thinks that pay is secret",
        "AL-SAID said so",
        "Ask the board",
        "Ask again",
    ]


def test_a_note_is_checked_by_editing_removing_or_leaving_it(room: Room):
    (amira,) = room.joins("Amira")
    first, second, third = (note(room, f"Amira {n}") for n in "abc")
    amira.forgets()
    room.facilitator.sends(c.EditNote(note=first, words="Somebody a"))
    room.facilitator.sends(c.RemoveNote(note=second))
    room.facilitator.closes()
    checked = room.facilitator.sends(c.CheckNote(note=third))
    assert to_check(room) == []
    with already(room):
        room.facilitator.sends(c.CheckNote(note=third))
    with refused(room, "note_unknown"):
        room.facilitator.sends(c.CheckNote(note=NoteId(9_999)))
    room.facilitator.undoes(checked)
    assert to_check(room) == ["Amira c"]


def test_a_hidden_name_gets_a_number_that_nobody_knew(room: Room):
    room.joins("Amira", "Kofi")
    room.facilitator.hides("Amira")
    assert room.person("Guest 3")
    room.joins("Noor")
    room.facilitator.hides("Noor")
    assert room.person("Guest 5")
