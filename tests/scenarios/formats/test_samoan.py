"""Samoan circle: nobody leads; every view has a chair, others sit down or stand behind one."""

from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.nudges import nudges
from tests.support.room import Room


def test_rules_and_assent_come_first_then_short_statements_then_the_conversation():
    room = Room(format="samoan")
    room.facilitator.starts()
    assert room.part == "assent"
    room.facilitator.goes_on()
    assert room.part == "statements"
    assert room.session.settings.seat_limit_ms == 2 * 60_000
    room.facilitator.goes_on()
    assert room.part == "conversation"
    assert room.session.settings.seat_limit_ms == 8 * 60_000


def test_four_views_have_their_chairs_and_two_are_open_to_everybody():
    room = Room(format="samoan")
    kinds = [room.session.chairs[no].kind for no in sorted(room.session.chairs)]
    assert kinds == ["guest"] * 4 + ["speaker"] * 2
    room.facilitator.starts()
    room.facilitator.goes_on()
    for chair, name in enumerate(("North", "South", "East", "West"), start=1):
        room.joins(name)
        room.facilitator.seats_known(name, chair)
    room.facilitator.goes_on()
    (amira,) = room.joins("Amira")
    amira.takes_chair(5)
    assert room.bowl[5] == "Amira", "the first thumb sits down, nobody needs to be called"
    room.wait(minutes=20)
    assert room.bowl[1] == "North", "who stands for a view stays"


def test_near_the_end_the_empty_chairs_are_taken_away_one_by_one():
    room = Room(format="samoan")
    room.facilitator.starts()
    for chair, name in enumerate(("North", "South", "East", "West"), start=1):
        room.joins(name)
        room.facilitator.seats_known(name, chair)
    room.facilitator.goes_on()
    room.facilitator.goes_on()
    (amira,) = room.joins("Amira")
    amira.takes_chair(6)
    room.wait(minutes=25)
    assert room.part == "conversation"
    chair_5 = next(hint for hint in nudges(room.session) if hint.code == "chairs_away")
    assert chair_5.due_run_ms <= running_ms(room.session.clock, room.now_ms)
    room.facilitator.sends(chair_5.command)
    assert room.bowl[5] == "Amira", "she sits where she sat; the empty chair beside her is gone"
    room.facilitator.frees("South")
    room.facilitator.sends(
        next(hint.command for hint in nudges(room.session) if hint.code == "chairs_away")
    )
    assert sorted(room.bowl.values()) == ["Amira", "East", "North", "West"]
