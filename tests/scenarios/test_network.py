"""Scenes from real rooms: network and machines, as far as the rules know of them."""

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from tests.support.phone import Phone
from tests.support.refusals import already
from tests.support.room import Room


def test_scene_26_a_hand_lowered_twice_is_lowered_once():
    room = Room()
    (maximiliane,) = room.asks("Maximiliane")
    maximiliane.lowers_hand()
    with already(room):
        maximiliane.lowers_hand()


def test_scene_27_the_same_chairs_and_calls_come_back_from_the_log():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.asks("Amira")
    room.wait(minutes=2)
    room.facilitator.calls("Amira", chair=2)
    assert fold(room.log) == room.session


def test_scene_28_the_same_phone_opens_the_page_twice_and_is_one_person():
    room = Room()
    (noor,) = room.joins("Noor")
    with already(room, person=noor.person):
        noor.joins("Noor")
    with already(room, person=noor.person):
        noor.joins("Another name in the second tab")
    noor.asks()
    with already(room, request=room.request("Noor").id):
        noor.asks()
    assert room.queue == ["Noor"]


def test_scene_28_even_if_the_second_tab_is_not_recognised_yet():
    room = Room()
    (noor,) = room.joins("Noor")
    with already(room, person=noor.person):
        room.sends(c.JoinSession(name="Noor"), role=Role.ATTENDEE, person=None, key=noor.key)


def test_scene_28_two_phones_of_one_name_are_two_people():
    room = Room()
    Phone(room, "Noor", device="old phone")
    Phone(room, "Noor", device="new phone")
    assert len(room.session.people) == 2


@pytest.mark.parametrize("starters", [(), ("Tomasz", "Mei-Lin")])
def test_scene_30_a_whole_session_without_any_phone(starters: tuple[str, ...]):
    room = Room(chairs=3)
    room.facilitator.seats(*starters)
    room.facilitator.starts()
    room.facilitator.begins_topic("Pay")
    for name in ("Amira", "", "Kofi"):
        room.facilitator.queues(name)
    for _ in range(12):
        room.wait(seconds=10)
        room.facilitator.presses_space()
    room.facilitator.closes()
    assert room.bowl == {}
    assert len(room.session.turns) == len(starters) + 3
