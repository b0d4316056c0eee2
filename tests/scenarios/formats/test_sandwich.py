"""Fishbowl sandwich: pair share, fishbowl, pair share, so that everybody has spoken."""

from fishbowl.domain.session.rules.run import pair_steps
from tests.support.room import Room


def test_pairs_first_then_the_bowl_then_pairs_again():
    room = Room(format="sandwich")
    room.facilitator.starts()
    parts = []
    for minutes in room.planned:
        parts.append(room.part)
        room.wait(minutes=minutes)
        room.facilitator.presses_space()
    assert parts == ["welcome", "pair_share_before", "bowl", "pair_share_after", "closing"]


def test_thirty_seconds_of_silence_then_each_voice_has_the_same_time():
    room = Room(format="sandwich")
    room.facilitator.starts()
    room.facilitator.goes_on()
    think, first, second, recall = pair_steps(room.session.run)
    assert think.to_run_ms == 30_000
    assert first.to_run_ms is not None
    assert second.to_run_ms is not None
    assert first.to_run_ms - first.from_run_ms == second.to_run_ms - second.from_run_ms
    assert recall.to_run_ms is None, "back to the front, until the facilitator goes on"


def test_the_facilitator_keeps_one_chair_all_the_time():
    room = Room(format="sandwich")
    assert room.session.chairs[1].kind == "host"  # type: ignore[index]
    room.facilitator.starts()
    room.facilitator.goes_on()
    room.facilitator.goes_on()
    room.facilitator.seats("Tomasz", "Lindiwe", "Rafael", "Mei-Lin")
    assert 1 not in room.bowl


def test_who_asked_while_pairs_talk_is_called_when_the_bowl_begins():
    room = Room(format="sandwich")
    room.facilitator.starts()
    room.facilitator.goes_on()
    room.asks("Amira")
    assert room.facilitator.space == "begin phase", "pairs are not interrupted"
    room.facilitator.goes_on()
    assert room.facilitator.space.startswith("call person Amira")
