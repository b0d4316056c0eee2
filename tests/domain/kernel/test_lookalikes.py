"""Names that look alike are told apart by a number, whatever letters they are written with."""

import pytest

from fishbowl.domain.kernel.lookalikes import looks_of, skeleton
from fishbowl.domain.session import commands as c
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.summary import summarise
from fishbowl.harvest.words import name_of
from tests.support.room import Room

ALIKE = [
    ("Anna", "Аnna"),  # a Cyrillic A
    ("Anna", "An\u200dna"),
    ("Anna", "Anna\ufe0f"),
    ("ANNA", "аnnа"),
    ("Hans", "Ηans"),  # a Greek Eta
    ("Ali", "AIi"),
    ("Kofi", "Ｋofi"),
    ("José", "Jose\u0301"),
    ("O'Neil", "O’Neil"),
]


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.mark.parametrize(("name", "other"), ALIKE)
def test_a_look_alike_is_the_second_of_the_name(room: Room, name: str, other: str):
    first, second = room.joins(name, other)
    people = room.session.people
    assert [people[first.person].twin, people[second.person].twin] == [1, 2]


@pytest.mark.parametrize(("name", "other"), [("Jose", "José"), ("Anna", "Hanna"), ("Li", "Le")])
def test_names_that_differ_to_the_eye_have_no_number(room: Room, name: str, other: str):
    _, second = room.joins(name, other)
    assert second.name == other


def test_a_list_of_people_numbers_look_alikes_as_well(room: Room):
    room.joins("Anna")
    names = (c.NewPerson(name="Аnna"), c.NewPerson(name="An\u200dna"))
    room.sends(c.AddPeople(people=names))
    assert [person.twin for person in room.session.people.values()] == [1, 2, 3]


def test_who_takes_a_look_alike_of_the_own_name_keeps_the_number(room: Room):
    _, second = room.joins("Anna", "Anna")
    second.renames("Аnna")
    assert room.session.people[second.person].twin == 2


def test_a_number_is_not_given_twice_when_a_rename_is_taken_back(room: Room):
    room.joins("Anna")
    action = room.facilitator.renames("Anna", to="Kofi")[0].seq
    room.joins("Аnna")
    with pytest.raises(Exception, match="undo_overtaken"):
        room.sends(c.UndoAction(action=action))


def test_look_alikes_in_a_summary_of_those_who_want_to_be_named_have_their_numbers():
    room = Room(attribution="opt_in")
    for phone in room.joins("Anna", "Аnna"):
        phone.sends(c.CreditMe(on=True))
    shown = publishable(summarise(room.log))
    assert [name_of(one.who) for one in shown.people] == ["Anna", "Аnna (2)"]


def test_a_skeleton_has_nothing_invisible():
    assert skeleton("A\u200b\u200d\u2060\u180enna\U000e0041") == "Anna"
    assert looks_of("") == frozenset()
