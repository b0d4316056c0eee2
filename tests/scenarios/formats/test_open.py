"""Open fishbowl: four talk, one chair stays empty, and whoever wants to speak takes it."""

from tests.support.room import Room


def test_whoever_wants_to_speak_takes_the_empty_chair_and_somebody_leaves():
    room = Room(format="open")
    room.facilitator.seats("Tomasz", "Lindiwe", "Rafael", "Mei-Lin")
    room.facilitator.starts()
    room.wait(minutes=6)
    (amira,) = room.asks("Amira")
    assert room.facilitator.space == "call person Amira on chair 5"
    room.facilitator.presses_space()
    amira.is_on_the_chair()

    assert room.facilitator.space == "ask to make room Tomasz on chair 1", "seated longest"
    room.facilitator.presses_space()
    room.facilitator.frees("Tomasz")
    assert len(room.bowl) == 4, "one chair is open again"


def test_the_clock_ends_the_talk_and_a_summing_up_comes_last():
    room = Room(format="open")
    room.facilitator.seats("Tomasz")
    room.facilitator.starts()
    assert room.part == "bowl"
    room.wait(minutes=40)
    assert room.facilitator.space == "begin phase", "nobody waits, the part is over"
    room.facilitator.presses_space()
    assert room.part == "closing"
    room.wait(minutes=5)
    assert room.facilitator.space == "close session"


def test_who_waits_is_called_even_when_the_minutes_are_over():
    room = Room(format="open")
    room.facilitator.starts()
    room.asks("Amira")
    room.wait(minutes=41)
    assert room.facilitator.space == "call person Amira on chair 1"
    room.facilitator.goes_on()
    assert room.part == "closing", "P goes on whenever the facilitator says so"
