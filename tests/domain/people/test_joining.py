"""Rules about people: coming in, names, being sent out, being forgotten."""

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    return room


def test_who_comes_by_phone_says_a_name(room: Room):
    with refused(room, "name_needed"):
        Phone(room, " \u200b\u202e ")
    with refused(room, "person_unknown"):
        room.sends(c.JoinSession(name="Amira"), role=Role.ATTENDEE, person=None, key="")


def test_a_name_can_be_changed_by_its_bearer_and_by_the_facilitator(room: Room):
    amira, _ = room.joins("Amira", "Kofi")
    amira.renames("Amira B.")
    room.facilitator.renames("Kofi", to="Amira B.")
    assert [room.called(p) for p in room.session.people] == ["Amira B.", "Amira B. (2)"]
    with already(room):
        amira.renames("Amira B.")
    with refused(room, "name_needed"):
        amira.renames("\u202e")


def test_changing_the_case_of_a_name_keeps_the_number(room: Room):
    _, second = room.joins("Anna", "anna")
    second.renames("Anna")
    assert second.name == "Anna (2)"


def test_a_hidden_name_is_a_numbered_guest_until_it_is_shown(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.hides("Amira")
    assert room.queue == ["Guest 2"]
    with already(room):
        room.facilitator.sends(c.HideName(person=amira.person))
    amira.renames("Something worse")
    assert room.queue == ["Guest 2"], "another name does not help"
    room.facilitator.sends(c.ShowName(person=amira.person))
    assert room.queue == ["Something worse"]
    with already(room):
        room.facilitator.sends(c.ShowName(person=amira.person))


def test_who_is_sent_out_leaves_chair_floor_and_queue_and_is_kept_out(room: Room):
    amira, kofi = room.asks("Amira", "Kofi")
    room.facilitator.calls("Amira", chair=1)
    amira.is_on_the_chair()
    room.facilitator.gives_floor("Amira")
    room.facilitator.calls("Kofi", chair=2)

    room.facilitator.sends_out("Amira")
    room.facilitator.sends_out("Kofi")
    assert (room.bowl, room.queue, room.floor) == ({}, [], None)
    for phone in (amira, kofi):
        with refused(room, "sent_out"):
            phone.asks()
        with refused(room, "sent_out"):
            phone.joins("Somebody else")
        with refused(room, "sent_out"):
            phone.suggests("Let me in")
    with refused(room, "sent_out"):
        room.facilitator.seats_known("Amira", chair=1)
    with already(room):
        room.facilitator.sends_out("Amira")


def test_who_was_sent_out_can_be_let_back_in_and_asks_anew(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.sends_out("Amira")
    room.facilitator.readmits("Amira")
    assert room.queue == []
    amira.asks()
    with already(room):
        room.facilitator.readmits("Amira")


def test_deleting_oneself_is_no_way_back_in(room: Room):
    (amira,) = room.joins("Amira")
    room.facilitator.sends_out("Amira")
    amira.forgets()
    with refused(room, "forgotten"):
        amira.joins("Amira again")


def test_who_deletes_themself_leaves_and_may_come_back_as_somebody_new(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=1)
    amira.is_on_the_chair()
    first = amira.person
    amira.forgets()
    assert room.bowl == {}
    assert room.called(first) == "Guest 1"
    with already(room):
        room.facilitator.sends(c.ForgetPerson(person=first))
    with refused(room, "forgotten"):
        room.facilitator.sends(c.HideName(person=first))
    amira.joins("Amira")
    assert (amira.name, amira.person != first) == ("Amira", True)


def test_the_log_does_not_say_sent_out_of_somebody_who_went(room: Room):
    amira, kofi = room.asks("Amira", "Kofi")
    room.facilitator.calls("Amira", chair=1)
    amira.is_on_the_chair()
    assert [entry.event.why for entry in amira.forgets()[:-1]] == ["left"]
    assert [entry.event.why for entry in kofi.forgets()[:-1]] == ["withdrawn"]
    (jonas,) = room.asks("Jonas")
    assert [entry.event.why for entry in room.facilitator.forgets("Jonas")[:-1]] == ["removed"]
    jonas.joins("Jonas")
    room.facilitator.seats_known("Jonas", chair=1)
    assert [entry.event.why for entry in room.facilitator.sends_out("Jonas")[:-1]] == ["sent_out"]


def test_nobody_unknown_is_touched(room: Room):
    for kind in (c.HideName, c.ShowName, c.SendOut, c.ReadmitPerson, c.ForgetPerson):
        with refused(room, "person_unknown"):
            room.facilitator.sends(kind(person=9_999))
