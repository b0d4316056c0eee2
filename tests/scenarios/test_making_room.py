"""Scenes from real rooms: who makes room when the bowl is full."""

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.chairs.making_room import makes_room
from tests.scenarios.bowl import chair, every_rule, named, started, told
from tests.support.refusals import already, refused
from tests.support.room import Room

# Scene 6


def test_scene_6_he_wants_to_finish_a_thought_and_the_nudge_waits_a_minute():
    room = Room(chairs=2)
    room.facilitator.starts()
    (tomasz,) = room.asks("Tomasz")
    room.facilitator.calls("Tomasz", chair=1)
    tomasz.is_on_the_chair()
    room.facilitator.seats("Mei-Lin")
    room.asks("Amira")
    room.facilitator.presses_space()
    assert room.facilitator.space == "take over Amira on chair 1"

    tomasz.wants_a_minute()

    assert room.facilitator.space == ""
    room_made = named(room)
    assert (room_made.person.name, room_made.minute_until_run_ms) == ("Tomasz", 60_000)
    assert told(room, "Tomasz").turn.minute_until_run_ms == 60_000
    room.wait(seconds=59)
    assert room.facilitator.space == ""
    room.wait(seconds=1)
    assert room.facilitator.space == "take over Amira on chair 1"
    assert named(room).minute_until_run_ms is None
    with already(room):
        tomasz.wants_a_minute()


def test_scene_6_the_minute_does_not_run_while_the_clock_stands():
    room = Room(chairs=2)
    room.facilitator.starts()
    (tomasz,) = room.asks("Tomasz")
    room.facilitator.calls("Tomasz", chair=1)
    tomasz.is_on_the_chair()
    tomasz.wants_a_minute()
    room.facilitator.pauses()
    room.wait(minutes=5)
    assert not room.turn("Tomasz").minute_over
    room.facilitator.resumes()
    room.wait(minutes=1)
    assert room.turn("Tomasz").minute_over


# Scene 12


def test_scene_12_kofi_picks_chair_2_and_its_occupant_hands_it_over(tap_in: Room):
    room, kofi = tap_in, tap_in.phone_of("Kofi")
    assert (named(room).why, room.facilitator.space) == (
        "nobody_tapped",
        "ask to make room Tomasz on chair 1",
    )

    kofi.taps_in_on("Lindiwe")

    assert told(room, "Lindiwe").turn.tapped_by.name == "Kofi"
    assert told(room, "Kofi").request.tapped == 2
    assert chair(room, 2).asked, "the wall says that somebody makes room soon"
    assert (named(room).why, named(room).takes.name) == ("tapped", "Kofi")
    assert room.facilitator.space == "take over Kofi on chair 2"
    room.phone_of("Lindiwe").hands_over()
    assert room.bowl == {1: "Tomasz", 2: "Kofi"}
    assert room.queue == ["Amira"]


def test_scene_12_space_does_the_same(tap_in: Room):
    tap_in.phone_of("Kofi").taps_in_on("Lindiwe")
    tap_in.facilitator.presses_space()
    assert tap_in.bowl == {1: "Tomasz", 2: "Kofi"}


def test_scene_12_one_chair_one_newcomer_and_one_newcomer_one_chair(tap_in: Room):
    room, kofi, amira = tap_in, tap_in.phone_of("Kofi"), tap_in.phone_of("Amira")
    kofi.taps_in_on("Lindiwe")
    with already(room):
        kofi.taps_in_on("Lindiwe")
    with refused(room, "chair_tapped", chair=2, person=kofi.person):
        amira.taps_in_on("Lindiwe")
    kofi.taps_in_on("Tomasz")
    assert told(room, "Lindiwe").turn.tapped_by is None
    amira.taps_in_on("Lindiwe")
    assert told(room, "Kofi").request.tapped == 1


def test_scene_12_who_goes_away_or_a_rule_that_goes_takes_the_tap_along(tap_in: Room):
    room, kofi = tap_in, tap_in.phone_of("Kofi")
    kofi.taps_in_on("Lindiwe")
    changed = room.facilitator.changes_rules(exit_rule="longest_seated")
    assert told(room, "Lindiwe").turn.tapped_by is None
    room.facilitator.undoes(changed)
    assert told(room, "Lindiwe").turn.tapped_by.name == "Kofi"
    kofi.lowers_hand()
    assert told(room, "Lindiwe").turn.tapped_by is None
    with refused(room, "request_over"):
        room.phone_of("Lindiwe").hands_over()


def test_scene_12_tapping_in_is_for_those_who_wait_and_not_for_kept_chairs(tap_in: Room):
    room = tap_in
    (late,) = room.joins("Late")
    with refused(room, "request_over"):
        late.taps_in_on("Tomasz")
    room.facilitator.keeps_chair(1, "host")
    with refused(room, "chair_kept", chair=1):
        room.phone_of("Kofi").taps_in_on("Tomasz")
    room.facilitator.changes_rules(exit_rule="voluntary")
    with refused(room, "rule_changed"):
        room.phone_of("Kofi").taps_in_on("Lindiwe")


# The other exit rules


def test_voluntary_names_who_offered_and_else_only_hints(tap_in: Room):
    room = tap_in
    room.facilitator.changes_rules(exit_rule="voluntary")
    assert (named(room).person.name, named(room).why) == ("Tomasz", "nobody_offered")
    room.phone_of("Lindiwe").offers_room()
    assert (named(room).person.name, named(room).why) == ("Lindiwe", "offered")
    assert room.facilitator.space == "take over Amira on chair 2", "who offered is not asked again"


def test_who_was_asked_already_stays_named_first_under_every_rule(tap_in: Room):
    room = tap_in
    room.facilitator.asks_to_make_room("Lindiwe")
    for _ in every_rule(room):
        leaving = makes_room(room.session)
        assert (leaving.turn.id, leaving.why) == (room.turn("Lindiwe").id, "asked")


def test_the_time_limit_names_who_is_over_first_or_will_be(tap_in: Room):
    tap_in.facilitator.changes_rules(exit_rule="time_limit")
    assert (named(tap_in).person.name, named(tap_in).why) == ("Tomasz", "time_limit")


def test_visitors_leave_and_the_first_speakers_stay():
    room = started("Tomasz", "Mei-Lin", chairs=3)
    room.facilitator.changes_rules(exit_rule="visitors_leave")
    room.wait(minutes=1)
    room.facilitator.seats("Visitor")
    room.wait(minutes=9)
    room.asks("Amira")
    assert (named(room).person.name, named(room).why) == ("Visitor", "visitor")


def test_visitors_leave_names_nobody_while_only_the_first_speakers_sit():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.facilitator.changes_rules(exit_rule="visitors_leave")
    room.asks("Amira")
    assert (named(room), room.facilitator.space) == (None, "")


def test_a_group_is_swapped_together_and_the_next_are_called_to_its_chairs():
    room = Room(chairs=4, open_chairs=0)
    room.facilitator.keeps_chair(1, "host")
    room.facilitator.sends(c.SeatWalkUp(chair=1, name="Host"))
    room.facilitator.seats("Tomasz", "Mei-Lin", "Lindiwe")
    room.facilitator.starts()
    room.facilitator.changes_rules(exit_rule="group_swap")
    assert room.facilitator.space == ""
    room.asks("Amira", "Kofi")
    assert (named(room).why, room.facilitator.space) == ("group", "swap group")

    both_saw = c.SwapGroup(turn=room.turn("Tomasz").id)
    swapped = room.sends(both_saw)
    with already(room):
        room.sends(both_saw)

    assert room.bowl == {1: "Host", 2: "held for Amira", 3: "held for Kofi"}
    room.facilitator.undoes(swapped)
    assert room.bowl == {1: "Host", 2: "Tomasz", 3: "Mei-Lin", 4: "Lindiwe"}
    assert room.queue == ["Amira", "Kofi"]
