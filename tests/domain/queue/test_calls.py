"""Calls that are taken back and made again: nobody is passed twice for one wait."""

import pytest

from fishbowl.domain.session import commands as c
from tests.support.refusals import refused
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    """New voices go first; Jonas, who has sat before, waits again."""
    room = Room()
    room.facilitator.starts()
    (jonas,) = room.asks("Jonas")
    room.facilitator.calls("Jonas", chair=1)
    room.facilitator.confirms("Jonas")
    room.wait(minutes=1)
    room.facilitator.frees("Jonas")
    jonas.asks()
    room.facilitator.sends(c.ChangeRules(order="fresh_voices"))
    return room


def test_a_call_that_was_taken_back_does_not_count_beside_the_one_made_instead(room: Room):
    room.facilitator.sends(c.ChangeRules(patience=1))
    _, kofi = room.asks("Amira", "Kofi")
    called = room.facilitator.presses_space()
    undone = room.facilitator.undoes(called)
    room.facilitator.begins_topic("Pay")
    kofi.sends(c.ChangeRequest(request=room.request("Kofi").id, kind="reply"))
    room.facilitator.calls("Kofi", chair=2)
    jonas = room.request("Jonas").id
    assert room.session.overtakes[jonas] == 1
    with refused(room, "undo_overtaken", part="request", person=kofi.person):
        room.facilitator.undoes(undone)
    assert room.session.overtakes[jonas] == 1


def test_a_call_is_made_again_where_nobody_was_called_instead(room: Room):
    room.asks("Amira")
    undone = room.facilitator.undoes(room.facilitator.presses_space())
    room.facilitator.undoes(undone)
    assert room.session.overtakes[room.request("Jonas").id] == 1
