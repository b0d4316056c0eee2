"""Scenes from real rooms: how one gets into the bowl, who makes room, and the chairs themselves."""

from collections.abc import Iterator
from typing import get_args

import pytest

from fishbowl.domain import commands as c
from fishbowl.domain.exits import makes_room
from fishbowl.views.console import console_view
from fishbowl.views.phone import me_slice
from fishbowl.views.slices import ChairView, MakesRoom, MeSlice
from tests.domain.room import Room, already, refused
from tests.views.reading import NOWHERE


def started(*names: str, chairs: int = 5, open_chairs: int = 1) -> Room:
    """A bowl in which the talk is on; who is named sits there from before the start."""
    room = Room(chairs=chairs, open_chairs=open_chairs)
    room.facilitator.seats(*names)
    room.facilitator.starts()
    return room


def named(room: Room) -> MakesRoom | None:
    """Whom the console names."""
    action = console_view(room.session, NOWHERE)["action"]
    return action.makes_room  # type: ignore[attr-defined]


def told(room: Room, name: str) -> MeSlice:
    """What a person's own phone is told."""
    return me_slice(room.session, room.person(name))


def chair(room: Room, no: int) -> ChairView:
    """A chair, as every face shows it."""
    bowl = console_view(room.session, NOWHERE)["bowl"]
    return next(view for view in bowl.chairs if view.no == no)  # type: ignore[attr-defined]


def every_rule(room: Room) -> Iterator[c.ExitRule]:
    """Let one exit rule after the other hold."""
    yield room.session.rules.exit_rule
    for rule in set(get_args(c.ExitRule)) - {room.session.rules.exit_rule}:
        room.facilitator.changes_rules(exit_rule=rule)
        yield rule


# Scene 2


def test_scene_2_two_thumbs_take_the_last_chair_and_one_of_them_sits():
    room = started("Tomasz", "Mei-Lin", chairs=3)
    room.facilitator.changes_rules(entry="free")
    jonas, amira = room.joins("Jonas", "Amira")

    (sat,) = jonas.takes_chair(3)
    (waits,) = amira.takes_chair(3)

    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin", 3: "Jonas"}
    assert sat.event.name == "chair.taken"
    assert waits.event.name == "queue.joined", "the answer names a request instead of a turn"
    assert room.queue == ["Amira"]


def test_scene_2_with_another_chair_open_both_sit():
    room = started("Tomasz", chairs=3)
    room.facilitator.changes_rules(entry="free")
    jonas, amira = room.joins("Jonas", "Amira")
    jonas.takes_chair(3)
    amira.takes_chair(3)
    assert room.bowl == {1: "Tomasz", 2: "Amira", 3: "Jonas"}


def test_scene_2_a_second_tap_is_true_already_and_who_waits_keeps_the_place():
    room = started("Tomasz", "Mei-Lin", chairs=3)
    room.facilitator.changes_rules(entry="free")
    jonas, amira = room.joins("Jonas", "Amira")
    jonas.takes_chair(3)
    with already(room, "already_seated_there", chair=3):
        jonas.takes_chair(3)
    amira.takes_chair(3)
    with already(room, "already_so"):
        amira.takes_chair(3)
    jonas.leaves_chair()
    amira.takes_chair(3)
    assert (room.bowl[3], room.queue) == ("Amira", [])


def test_under_free_entry_who_asks_while_no_chair_is_free_joins_the_queue():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.facilitator.changes_rules(entry="free")
    room.asks("Amira")
    assert room.queue == ["Amira"]


def test_a_thumb_that_comes_after_the_rule_has_changed_is_a_hand():
    room = started("Tomasz")
    room.facilitator.changes_rules(entry="free")
    (jonas,) = room.joins("Jonas")
    room.facilitator.changes_rules(entry="called")
    jonas.takes_chair(5)
    assert (room.bowl, room.queue) == ({1: "Tomasz"}, ["Jonas"])


# Automatic entry


def test_automatic_entry_calls_whoever_asks_while_a_chair_is_free():
    room = started("Tomasz", "Mei-Lin", chairs=3)
    room.facilitator.changes_rules(entry="automatic")
    (amira,) = room.joins("Amira")
    joined, call = amira.asks()
    assert (joined.event.name, call.event.name) == ("queue.joined", "call.made")
    assert room.bowl[3] == "held for Amira"


def test_automatic_entry_calls_the_next_when_somebody_leaves():
    room = started(chairs=2)
    tomasz, *_ = room.asks("Tomasz", "Mei-Lin", "Amira")
    room.facilitator.changes_rules(entry="automatic")
    assert room.bowl == {1: "held for Tomasz", 2: "held for Mei-Lin"}
    tomasz.is_on_the_chair()
    tomasz.leaves_chair()
    assert room.bowl == {1: "held for Amira", 2: "held for Mei-Lin"}


def test_automatic_entry_goes_on_to_the_next_when_nobody_comes():
    room = started("Tomasz", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    room.asks("Amira", "Kofi")
    room.wait(seconds=45)
    assert room.bowl == {1: "Tomasz", 2: "held for Kofi"}


def test_automatic_entry_does_not_call_again_who_alone_has_just_said_not_now():
    room = started("Tomasz", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    (amira,) = room.asks("Amira")
    amira.passes()
    assert (room.bowl, room.queue) == ({1: "Tomasz"}, ["Amira"])
    assert room.facilitator.space == "call person Amira on chair 2"


def test_automatic_calls_belong_to_the_action_that_caused_them_and_undo_with_it():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.asks("Amira")
    room.facilitator.changes_rules(entry="automatic")
    freed = room.facilitator.frees("Tomasz")
    assert room.bowl[1] == "held for Amira"
    room.facilitator.undoes(freed)
    assert (room.bowl, room.queue) == ({1: "Tomasz", 2: "Mei-Lin"}, ["Amira"])


def test_nobody_is_called_while_the_clock_stands():
    room = started("Tomasz", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    room.facilitator.pauses()
    room.asks("Amira")
    assert room.queue == ["Amira"]
    room.facilitator.resumes()
    assert room.bowl[2] == "held for Amira"


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


# Scene 12


@pytest.fixture
def tap_in() -> Room:
    """Two seats, both taken by phone; Kofi and Amira wait."""
    room = Room(chairs=2, open_chairs=0)
    room.facilitator.starts()
    for no, phone in enumerate(room.asks("Tomasz", "Lindiwe"), start=1):
        room.facilitator.calls(phone.name, chair=no)
        phone.is_on_the_chair()
        room.wait(minutes=1)
    room.facilitator.changes_rules(exit_rule="tap_in")
    room.asks("Amira", "Kofi")
    return room


def by_name(room: Room, name: str):
    """The phone of somebody."""
    return next(phone for phone in room.phones.values() if phone.name == name)


def test_scene_12_kofi_picks_chair_2_and_its_occupant_hands_it_over(tap_in: Room):
    room, kofi = tap_in, by_name(tap_in, "Kofi")
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
    by_name(room, "Lindiwe").hands_over()
    assert room.bowl == {1: "Tomasz", 2: "Kofi"}
    assert room.queue == ["Amira"]


def test_scene_12_space_does_the_same(tap_in: Room):
    by_name(tap_in, "Kofi").taps_in_on("Lindiwe")
    tap_in.facilitator.presses_space()
    assert tap_in.bowl == {1: "Tomasz", 2: "Kofi"}


def test_scene_12_one_chair_one_newcomer_and_one_newcomer_one_chair(tap_in: Room):
    room, kofi, amira = tap_in, by_name(tap_in, "Kofi"), by_name(tap_in, "Amira")
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
    room, kofi = tap_in, by_name(tap_in, "Kofi")
    kofi.taps_in_on("Lindiwe")
    changed = room.facilitator.changes_rules(exit_rule="longest_seated")
    assert told(room, "Lindiwe").turn.tapped_by is None
    room.facilitator.undoes(changed)
    assert told(room, "Lindiwe").turn.tapped_by.name == "Kofi"
    kofi.lowers_hand()
    assert told(room, "Lindiwe").turn.tapped_by is None
    with refused(room, "request_over"):
        by_name(room, "Lindiwe").hands_over()


def test_scene_12_tapping_in_is_for_those_who_wait_and_not_for_kept_chairs(tap_in: Room):
    room = tap_in
    (late,) = room.joins("Late")
    with refused(room, "request_over"):
        late.taps_in_on("Tomasz")
    room.facilitator.keeps_chair(1, "host")
    with refused(room, "chair_kept", chair=1):
        by_name(room, "Kofi").taps_in_on("Tomasz")
    room.facilitator.changes_rules(exit_rule="voluntary")
    with refused(room, "rule_changed"):
        by_name(room, "Kofi").taps_in_on("Lindiwe")


# The other exit rules


def test_voluntary_names_who_offered_and_else_only_hints(tap_in: Room):
    room = tap_in
    room.facilitator.changes_rules(exit_rule="voluntary")
    assert (named(room).person.name, named(room).why) == ("Tomasz", "nobody_offered")
    by_name(room, "Lindiwe").offers_room()
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
    swapped = room.play(both_saw)
    with already(room):
        room.play(both_saw)

    assert room.bowl == {1: "Host", 2: "held for Amira", 3: "held for Kofi"}
    room.facilitator.undoes(swapped)
    assert room.bowl == {1: "Host", 2: "Tomasz", 3: "Mei-Lin", 4: "Lindiwe"}
    assert room.queue == ["Amira", "Kofi"]


# Where the bowl's rules meet the queue's


def test_automatic_calls_count_as_overtaking_like_calls_by_hand():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.facilitator.begins_topic("Pay")
    room.facilitator.sends(c.ChangeRules(entry="automatic", patience=1))
    room.asks("Amira")
    for phone in room.joins("Saoirse", "Elif"):
        phone.asks(kind="reply")
    room.facilitator.frees("Tomasz")
    assert room.bowl[1] == "held for Saoirse"
    assert room.queue == ["Amira", "Elif"], "Amira has been passed once, and nobody more often"


def test_words_to_be_read_aloud_are_never_called_to_a_chair():
    room = started("Tomasz", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    assert (room.bowl, room.queue) == ({1: "Tomasz"}, ["Bastien"])
    room.asks("Amira")
    assert (room.bowl[2], room.queue) == ("held for Amira", ["Bastien"])
    room.facilitator.presses_space()
    assert room.facilitator.space == "read aloud Bastien"


def test_a_swapped_group_leaves_its_chairs_to_voices_and_not_to_words():
    room = started("Tomasz", "Mei-Lin", chairs=2, open_chairs=0)
    room.facilitator.changes_rules(exit_rule="group_swap")
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    room.asks("Amira")
    room.facilitator.sends(c.SwapGroup(turn=room.turn("Tomasz").id))
    assert (room.bowl, room.queue) == ({1: "held for Amira"}, ["Bastien"])


def test_who_is_back_from_a_rest_is_called_by_itself():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    (amira,) = room.asks("Amira")
    amira.sends(c.SnoozeRequest(request=room.request("Amira").id, minutes=2))
    room.facilitator.frees("Tomasz")
    assert room.queue == ["Amira"]
    room.wait(minutes=2)
    assert room.bowl[1] == "held for Amira"


def test_who_would_rather_be_read_aloud_lets_the_tapped_chair_go(tap_in: Room):
    room, kofi = tap_in, by_name(tap_in, "Kofi")
    kofi.taps_in_on("Lindiwe")
    request = room.request("Kofi").id
    kofi.sends(c.ChangeRequest(request=request, kind="read_aloud", words="Two sentences."))
    assert told(room, "Lindiwe").turn.tapped_by is None
    with refused(room, "request_over"):
        kofi.taps_in_on("Lindiwe")
