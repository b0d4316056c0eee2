"""Iterated fishbowl: a delegate for each small group, who goes back to it, and comes again."""

from fishbowl.domain.session.commands import EditRun
from tests.support.room import Room


def test_groups_and_delegates_take_turns_until_it_is_resolved():
    room = Room(format="iterated")
    room.facilitator.starts()
    parts = [room.part]
    for _ in range(4):
        room.facilitator.goes_on()
        parts.append(room.part)
    assert parts == [
        "choose_delegate", "delegates", "caucus", "delegates_again", "what_is_resolved",
    ]  # fmt: skip


def test_one_round_more_is_one_part_more():
    """Rounds repeat until it is resolved: the facilitator adds one while the session runs."""
    room = Room(format="iterated")
    room.facilitator.starts()
    for _ in range(3):
        room.facilitator.goes_on()
    groups, delegates, last = room.session.run.phases[2:]
    room.facilitator.sends(EditRun(index=3, phases=(delegates, groups, delegates, last)))
    assert len(room.planned) == 7
    assert room.end == 70
    assert room.late < 0, "what was gone through quickly is time to spare"


def test_delegates_stay_while_they_talk():
    room = Room(format="iterated")
    room.joins("Tomasz")
    room.facilitator.seats_known("Tomasz", 1)
    room.facilitator.starts()
    room.facilitator.goes_on()
    room.asks("Amira")
    room.wait(minutes=11)
    assert room.bowl[1] == "Tomasz"
