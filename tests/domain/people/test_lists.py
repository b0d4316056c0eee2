"""A list of people is brought in by one command."""

import msgspec
import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.people import waiting_room
from tests.support.refusals import refused
from tests.support.room import Room


def named(*names: str, group: str = "") -> tuple[c.NewPerson, ...]:
    return tuple(c.NewPerson(name=name, group=group) for name in names)


def test_a_list_for_the_queue_waits_in_its_order():
    room = Room()
    room.facilitator.queues("Amira")
    room.facilitator.sends(c.AddPeople(people=named("Kofi", "", "Noor"), place="queue"))
    assert room.queue == ["Amira", "Kofi", "Guest 3", "Noor"]


def test_a_list_of_starters_leaves_the_open_chair_free_and_the_others_wait():
    room = Room(chairs=4, open_chairs=1)
    starters = named("Amira", "Kofi", "Noor", "Elif")
    room.facilitator.sends(c.AddPeople(people=starters, place="chairs"))
    assert room.bowl == {1: "Amira", 2: "Kofi", 3: "Noor"}
    assert room.queue == ["Elif"]


def test_people_of_one_name_are_numbered_also_within_a_list():
    room = Room()
    room.facilitator.queues("Anna")
    room.facilitator.sends(c.AddPeople(people=named("anna", "Anna"), place="queue"))
    assert room.queue == ["Anna", "anna (2)", "Anna (3)"]


def test_groups_of_a_list_have_the_numbers_of_known_ones():
    room = Room()
    (kofi,) = room.joins("Kofi")
    kofi.sends(c.SetGroup(person=kofi.person, group="North"))
    lines = (
        *named("Amira", group="South"), *named("Noor", group="north"), *named("Elif", group="south")
    )  # fmt: skip
    room.facilitator.sends(c.AddPeople(people=lines))
    assert [person.group_no for person in room.session.people.values()] == [1, 2, 1, 2]
    assert room.queue == []


def test_a_list_is_taken_back_as_a_whole():
    room = Room()
    before = room.session
    brought = room.facilitator.sends(c.AddPeople(people=named("Amira", "Kofi"), place="queue"))
    room.facilitator.undoes(brought)
    assert room.session.people == before.people
    assert room.queue == []


def test_everybody_on_a_list_has_a_lot_of_their_own():
    room = Room()
    room.facilitator.sends(c.AddPeople(people=named(*"ABCDEFGH"), place="queue"))
    lots = [request.lot for request in room.session.requests.values()]
    assert len(set(lots)) == 8
    assert all(lot is not None and 0 <= lot < 2**53 for lot in lots)


def test_a_list_that_would_flood_the_room_is_refused_as_a_whole(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(waiting_room, "PEOPLE_MAX", 2)
    room = Room()
    with refused(room, "limit_reached", most=2):
        room.facilitator.sends(c.AddPeople(people=named("Amira", "Kofi", "Noor")))


@pytest.mark.parametrize("count", [0, c.LIST_MAX + 1])
def test_a_list_has_between_one_and_five_hundred_lines(count: int):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"do": "add_people", "people": [{"name": "A"}] * count}, c.AddPeople)
