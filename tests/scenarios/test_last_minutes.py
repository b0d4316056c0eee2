"""Scenes from real rooms: the last minutes, in which the queue is closed."""

from fishbowl.domain.commands import OpenQueue
from tests.domain.room import Room, refused


def test_scene_21_five_minutes_before_the_end_the_queue_closes():
    room = Room(format="open")
    room.facilitator.starts()
    (amira,) = room.asks("Amira")
    room.wait(minutes=34)
    room.asks("Jonas")
    room.wait(minutes=1)
    assert room.session.timing.queue_closed
    assert room.queue == ["Amira", "Jonas"], "who waits may still be called"

    (kofi,) = room.joins("Kofi")
    with refused(room, "queue_closed"):
        kofi.asks()
    kofi.leaves_point("Pay the newcomers first.")
    assert [point.words for point in room.session.points.values()] == ["Pay the newcomers first."]

    room.facilitator.presses_space()
    amira.is_on_the_chair()
    assert "Amira" in room.bowl.values()
    room.facilitator.queues("Woman in red")
    assert room.queue == ["Jonas", "Woman in red"], "the facilitator can overrule anything"


def test_scene_21_the_facilitator_opens_the_queue_again_and_time_leaves_it_open():
    room = Room(format="open")
    room.facilitator.starts()
    room.wait(minutes=36)
    opened = room.facilitator.sends(OpenQueue())
    room.wait(minutes=3)
    room.asks("Amira")
    assert room.queue == ["Amira"]
    room.facilitator.undoes(opened)
    assert room.session.timing.queue_closed


def test_scene_21_more_time_opens_the_queue_until_the_last_minutes_come_again():
    room = Room(format="open")
    room.facilitator.starts()
    room.wait(minutes=36)
    room.facilitator.extends(5)
    assert not room.session.timing.queue_closed
    room.wait(minutes=4)
    assert room.session.timing.queue_closed
