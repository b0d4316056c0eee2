"""Two chairs, tap in: who wants to take over taps one of the two."""

from tests.support.room import Room


def test_who_taps_takes_over_from_the_one_who_was_tapped():
    room = Room(format="tap-in")
    tomasz, lindiwe = room.joins("Tomasz", "Lindiwe")
    room.facilitator.seats_known(tomasz.name, 1)
    room.facilitator.seats_known(lindiwe.name, 2)
    room.facilitator.starts()
    room.facilitator.goes_on()
    (kofi,) = room.asks("Kofi")
    kofi.taps_in_on("Lindiwe")
    assert room.bowl == {1: "Tomasz", 2: "Lindiwe"}, "she finishes her sentence"
    lindiwe.hands_over()
    assert room.bowl == {1: "Tomasz", 2: "Kofi"}


def test_at_the_end_both_sides_look_back():
    room = Room(format="tap-in")
    room.facilitator.starts()
    room.facilitator.goes_on()
    room.facilitator.goes_on()
    assert room.part == "both_sides"
