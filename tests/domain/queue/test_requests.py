"""Rules of the queue: asking, changing, moving by hand."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.queue.requests import place
from tests.support.refusals import already, refused
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    return room


def test_people_ask_before_the_start_too():
    room = Room()
    room.asks("Amira", "Kofi")
    assert room.queue == ["Amira", "Kofi"]


def test_one_asks_once_and_not_from_a_chair(room: Room):
    (amira,) = room.asks("Amira")
    with already(room, request=room.request("Amira").id):
        amira.asks("something else")
    room.facilitator.calls("Amira", chair=1)
    with already(room):
        amira.asks()
    amira.is_on_the_chair()
    with refused(room, "already_seated"):
        amira.asks()


def test_the_facilitator_asks_for_others(room: Room):
    (amira,) = room.joins("Amira")
    room.facilitator.sends(c.AskForChair(person=amira.person))
    room.facilitator.queues("Woman in red")
    room.facilitator.queues()
    assert room.queue == ["Amira", "Woman in red", "Guest 3"]
    with refused(room, "person_unknown"):
        room.facilitator.sends(c.AskForChair())


def test_what_one_brings_can_change_and_the_place_stays(room: Room):
    amira, _ = room.asks("Amira", "Kofi")
    request = room.request("Amira").id
    amira.sends(c.ChangeRequest(request=request, kind="reply", words="about \u202epay"))
    assert (room.request("Amira").kind, room.request("Amira").words) == ("reply", "about pay")
    assert room.queue == ["Amira", "Kofi"]
    with already(room):
        amira.sends(c.ChangeRequest(request=request, kind="reply", words="about pay"))


def test_a_request_remembers_the_topic_under_which_it_was_made(room: Room):
    room.asks("Amira")
    room.facilitator.begins_topic("Pay")
    room.asks("Kofi")
    room.facilitator.begins_topic("Trust")
    assert room.request("Amira").topic is None
    assert room.request("Kofi").topic == room.topic("Pay").id


def test_a_hand_is_lowered_by_its_owner_or_taken_off_the_queue(room: Room):
    amira, _ = room.asks("Amira", "Kofi")
    assert amira.lowers_hand()[0].event.why == "withdrawn"
    assert room.facilitator.removes("Kofi")[0].event.why == "removed"
    assert room.queue == []


def test_lowering_the_hand_on_the_way_lets_the_chair_go(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=1)
    amira.walks_up()
    amira.lowers_hand()
    assert (room.bowl, room.queue) == ({}, [])
    amira.asks()


def test_a_hand_that_has_become_a_turn_cannot_be_lowered(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=1)
    amira.is_on_the_chair()
    with refused(room, "request_over", state="seated"):
        amira.lowers_hand()


def test_moving_by_hand(room: Room):
    room.asks("Amira", "Kofi", "Jonas", "Noor")
    room.facilitator.puts("Noor", before="Amira")
    assert room.queue == ["Noor", "Amira", "Kofi", "Jonas"]
    room.facilitator.puts("Noor", before="Jonas")
    assert room.queue == ["Amira", "Kofi", "Noor", "Jonas"]
    room.facilitator.puts("Amira")
    assert room.queue == ["Kofi", "Noor", "Jonas", "Amira"]
    assert place(room.session, room.request("Jonas").id) == 3
    room.joins("Late")[0].asks()
    assert room.queue[-1] == "Late"


def test_moving_where_one_is_already(room: Room):
    room.asks("Amira", "Kofi", "Jonas")
    with already(room):
        room.facilitator.puts("Amira", before="Kofi")
    with already(room):
        room.facilitator.puts("Amira", before="Amira")
    with already(room):
        room.facilitator.puts("Jonas")


def test_who_does_not_wait_cannot_be_moved(room: Room):
    room.asks("Amira", "Kofi")
    room.facilitator.calls("Amira", chair=1)
    with refused(room, "request_over"):
        room.facilitator.puts("Amira")
    with refused(room, "request_over"):
        room.facilitator.puts("Kofi", before="Amira")


def test_a_hundred_moves_to_one_place_keep_the_order(room: Room):
    names = [f"Listener {n}" for n in range(4)]
    room.asks("First", *names)
    expected = list(names)
    for n in range(100):
        moved = expected.pop((n * 2 + 1) % 3 + 1)
        room.facilitator.puts(moved, before=expected[0])
        expected.insert(0, moved)
        assert room.queue == ["First", *expected]


def test_the_second_miss_goes_behind_two_however_close_they_are(room: Room):
    room.asks("Amira", "Kofi", "Jonas", "Noor", "Elif")
    behind = ["Elif", "Noor"]
    while room.request(behind[1]).rank - room.request("Jonas").rank > 1:
        room.facilitator.puts(behind[0], before=behind[1])
        behind.reverse()
    for _ in range(2):
        room.facilitator.calls("Amira", chair=1)
        room.wait(seconds=45)
    assert room.queue == ["Kofi", "Jonas", "Amira", *reversed(behind)]
