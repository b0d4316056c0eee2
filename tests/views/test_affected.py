"""Whom a change concerns: nobody's own phone is left with something old."""

import pytest

from fishbowl.views.affected import affected_people
from fishbowl.views.phone import me_slice
from tests.domain.random_sessions.random_walk import RandomWalk
from tests.support.room import Room


def check_everybody_is_told(walk: RandomWalk) -> None:
    """Do one thing, and look for phones whose own slice changed without their being told."""
    before, logged = walk.room.session, len(walk.room.log)
    walk.goes_on()
    after, entries = walk.room.session, walk.room.log[logged:]
    told = affected_people(after, entries)
    for person in after.people:
        if me_slice(before, person) != me_slice(after, person):
            assert person in told, [entry.event for entry in entries]


@pytest.mark.parametrize("seed", range(100, 120))
def test_whose_slice_changes_is_told(seed: int):
    walk = RandomWalk(seed)
    for _ in range(150):
        check_everybody_is_told(walk)


def test_a_thousand_people_are_not_told_about_one():
    room = Room()
    room.facilitator.starts()
    room.asks(*(f"Listener {n}" for n in range(50)))
    called = room.facilitator.calls("Listener 7", chair=1)
    listener = {room.person("Listener 7")}
    assert affected_people(room.session, called) == listener
    undone = room.facilitator.undoes(called)
    assert affected_people(room.session, undone) == listener
    paused = room.facilitator.pauses()
    assert affected_people(room.session, paused) == set()


def test_who_suggested_a_topic_is_told_when_the_talk_moves_on():
    room = Room()
    room.facilitator.starts()
    (amira,) = room.joins("Amira")
    amira.suggests("Pay")
    room.facilitator.begins_topic("Pay")
    moved_on = room.facilitator.begins_topic("Trust")
    assert me_slice(room.session, amira.person).topics[0].state == "done"
    assert affected_people(room.session, moved_on) == {amira.person}


def test_who_asked_and_who_stood_behind_a_question_are_told_when_it_is_taken_back():
    room = Room()
    amira, kofi, _ = room.joins("Amira", "Kofi", "Jonas")
    amira.puts_question("Who decides?")
    room.facilitator.puts_up_question("Who decides?")
    kofi.upvotes("Who decides?")
    taken = amira.takes_question_back("Who decides?")
    assert affected_people(room.session, taken) == {amira.person, kofi.person}
