"""Scenes from real rooms: the panel's chairs, and more or fewer of them."""

from fishbowl.domain.session import commands as c
from fishbowl.views.console import console_view
from tests.scenarios.bowl import chair, every_rule, named, started
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE

# Scene 7


def test_scene_7_no_rule_ever_names_the_panel_and_its_chairs_are_offered_to_nobody():
    room = Room(chairs=4)
    room.facilitator.keeps_chair(1, "guest")
    room.facilitator.keeps_chair(2, "guest")
    for name, no in (("Rector", 1), ("Dean", 2)):
        room.facilitator.sends(c.SeatWalkUp(chair=no, name=name))
    room.facilitator.starts()
    room.wait(minutes=5)
    room.facilitator.seats("Tomasz", "Lindiwe")
    room.asks("Amira")

    for _ in every_rule(room):
        assert named(room).person.name == "Tomasz"

    room.wait(minutes=20)
    room.facilitator.frees("Rector")
    assert room.bowl == {2: "Dean", 3: "Tomasz", 4: "Lindiwe"}
    assert (chair(room, 1).state, chair(room, 1).kind) == ("empty", "guest")
    with refused(room, "chair_kept", chair=1):
        room.facilitator.calls("Amira", chair=1)
    room.facilitator.seats_known("Amira", chair=1)
    assert room.bowl[1] == "Amira"


def test_scene_7_when_everybody_else_is_a_guest_nobody_makes_room():
    room = started("Rector", "Dean", chairs=2)
    for no in (1, 2):
        room.facilitator.keeps_chair(no, "guest")
    room.asks("Amira")
    assert named(room) is None
    assert room.facilitator.space == ""


def test_a_chair_that_is_given_back_to_the_talk_is_open_again_and_undo_keeps_it():
    room = started("Tomasz", chairs=2)
    kept = room.facilitator.keeps_chair(2, "host")
    with already(room):
        room.facilitator.keeps_chair(2, "host")
    assert chair(room, 2).state == "empty"
    room.facilitator.undoes(kept)
    assert (chair(room, 2).state, chair(room, 2).kind) == ("open", "speaker")


# Scene 8


SIX = ("Tomasz", "Mei-Lin", "Lindiwe", "Rafael", "Kofi", "Elif")


def test_scene_8_from_six_chairs_to_four_with_six_people_and_nobody_is_thrown_out():
    room = started(*SIX, chairs=6)

    fewer = room.facilitator.wants_chairs(4)

    assert list(room.bowl.values()) == list(SIX)
    assert [no for no in range(1, 7) if chair(room, no).closing] == [5, 6]
    assert console_view(room.session, NOWHERE)["session"].chair_count == 4
    room.facilitator.frees("Kofi")
    assert list(room.session.chairs) == [1, 2, 3, 4, 6]
    assert room.facilitator.space.startswith("ask to make room"), "the bowl is still full"
    room.facilitator.frees("Elif")
    assert sorted(room.session.chairs) == [1, 2, 3, 4]
    with refused(room, "undo_overtaken", part="chair", chair=5):
        room.facilitator.undoes(fewer)


def test_scene_8_undone_in_time_the_chairs_stay():
    room = started(*SIX, chairs=8)
    fewer = room.facilitator.wants_chairs(4)
    assert sorted(room.session.chairs) == [1, 2, 3, 4, 5, 6], "the free ones are gone at once"
    room.facilitator.undoes(fewer)
    assert sorted(room.session.chairs) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert not any(chair.closing for chair in room.session.chairs.values())


def test_scene_8_a_closing_chair_is_taken_by_nobody_else():
    room = started("Tomasz", "Mei-Lin", "Lindiwe", chairs=3)
    room.facilitator.wants_chairs(2)
    room.asks("Amira")
    with refused(room, "chair_closing", chair=3):
        room.facilitator.takes_over("Amira", leaves="Lindiwe")
    room.facilitator.asks_to_make_room("Lindiwe")
    assert room.facilitator.space == "free chair Lindiwe on chair 3"
    room.facilitator.presses_space()
    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin"}


def test_scene_8_who_was_called_to_a_closing_chair_may_still_come():
    room = started("Tomasz", chairs=3)
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    room.facilitator.wants_chairs(2)
    amira.is_on_the_chair()
    assert room.bowl == {1: "Tomasz", 3: "Amira"}
    amira.leaves_chair()
    assert sorted(room.session.chairs) == [1, 2]


def test_more_chairs_are_there_at_once_and_a_closing_one_stays():
    room = started(*SIX, chairs=6)
    room.facilitator.wants_chairs(4)
    room.facilitator.wants_chairs(5)
    assert [no for no, chair in room.session.chairs.items() if chair.closing] == [6]
    room.facilitator.wants_chairs(8)
    assert not any(chair.closing for chair in room.session.chairs.values())
    assert (chair(room, 7).state, chair(room, 8).state) == ("open", "open")


def test_there_are_more_chairs_than_those_that_are_kept_open():
    room = started(chairs=5, open_chairs=2)
    with refused(room, "bad_size", field="chairs", least=3):
        room.facilitator.wants_chairs(2)
    with already(room):
        room.facilitator.wants_chairs(5)
