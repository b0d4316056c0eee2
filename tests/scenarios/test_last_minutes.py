"""Scenes from real rooms: the last minutes, in which the queue is closed."""

from fishbowl.domain.session.commands import CloseQueue, InviteVoice, OpenQueue
from fishbowl.domain.session.nudges import nudges
from fishbowl.domain.session.rules.chairs.free_chairs import is_inviting
from tests.scenarios.bowl import chair, started
from tests.support.refusals import refused
from tests.support.room import Room


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


def test_nobody_is_invited_to_a_chair_that_nobody_can_ask_for():
    """Space, the wall and the phones say the same in the last minutes."""
    room = started("Tomasz", chairs=3)
    room.facilitator.presses_space()
    assert is_inviting(room.session)
    room.wait(minutes=1)
    closed = room.facilitator.sends(CloseQueue())
    assert not is_inviting(room.session), "the wall's invitation ends with the queue"
    assert room.facilitator.space == ""
    assert chair(room, 3).state == "empty", "an open chair would say that somebody can have it"
    with refused(room, "queue_closed"):
        room.facilitator.sends(InviteVoice())
    (kofi,) = room.joins("Kofi")
    with refused(room, "queue_closed"):
        kofi.asks()
    hints = [nudge.code for nudge in nudges(room.session)]
    assert hints == ["overrun"], "no hint asks for a voice either"

    room.facilitator.undoes(closed)
    assert is_inviting(room.session)
    assert chair(room, 3).state == "open"


def test_who_waits_when_the_queue_closes_is_called_to_the_open_chair():
    room = started("Tomasz", chairs=3)
    room.asks("Amira")
    room.facilitator.sends(CloseQueue())
    assert chair(room, 3).state == "open"
    assert room.facilitator.space == "call person Amira on chair 2"


def test_in_the_last_minutes_nobody_makes_room_for_nobody():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    assert room.facilitator.space == "ask to make room Tomasz on chair 1"
    room.facilitator.sends(CloseQueue())
    assert room.facilitator.space == ""
