"""Sitting, moving, making room."""

import pytest

from fishbowl.domain.session import commands as c
from tests.support.refusals import already, refused
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    room = Room(chairs=4)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    return room


def test_i_am_walking_up_counts_as_seated_after_a_while(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    room.wait(seconds=44)
    amira.walks_up()
    with already(room):
        amira.walks_up()
    room.wait(seconds=19)
    assert room.bowl[3] == "held for Amira"
    room.wait(seconds=1)
    assert room.bowl[3] == "Amira"


def test_time_ends_no_call_before_its_time(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    call = room.request("Amira").call
    room.now_ms += 44_999
    for command in (c.ExpireCall(call=call), c.SettleCall(call=call)):
        with refused(room, "call_over"):
            room.sends(command, role="time")
    amira.walks_up()
    room.now_ms += 19_999
    for command in (c.ExpireCall(call=call), c.SettleCall(call=call)):
        with refused(room, "call_over"):
            room.sends(command, role="time")


def test_an_answer_to_a_call_that_is_over_changes_nothing(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    call = room.request("Amira").call
    room.wait(seconds=45)
    for command in (c.AcceptCall(call=call), c.PassCall(call=call), c.ConfirmSeated(call=call)):
        with refused(room, "call_over"):
            amira.sends(command)


def test_a_call_can_be_taken_back(room: Room):
    room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    room.facilitator.sends(c.WithdrawCall(call=room.request("Amira").call))
    assert (room.queue, 3 in room.bowl) == (["Amira"], False)


def test_the_facilitator_seats_whom_they_like_and_the_request_is_fulfilled(room: Room):
    room.asks("Amira", "Kofi")
    room.facilitator.calls("Amira", chair=3)
    room.facilitator.seats_known("Kofi", chair=4)
    room.facilitator.seats_known("Amira", chair=3)
    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin", 3: "Amira", 4: "Kofi"}
    assert room.queue == []
    with already(room, "already_seated_there", chair=3):
        room.facilitator.seats_known("Amira", chair=3)
    with refused(room, "already_seated", chair=3):
        room.facilitator.seats_known("Amira", chair=4)


def test_who_is_called_to_one_chair_may_be_seated_on_another(room: Room):
    room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    room.facilitator.seats_known("Amira", chair=4)
    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin", 4: "Amira"}


def test_a_chair_is_for_one_person(room: Room):
    room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    with refused(room, "chair_taken", chair=1, person=room.person("Tomasz")):
        room.facilitator.sends(c.SeatWalkUp(chair=1))
    with refused(room, "chair_held", chair=3, person=room.person("Amira")):
        room.facilitator.sends(c.SeatWalkUp(chair=3))
    with refused(room, "chair_unknown", chair=5):
        room.facilitator.sends(c.SeatWalkUp(chair=5))


def test_moving_to_a_free_chair_keeps_the_turn(room: Room):
    room.wait(minutes=3)
    turn = room.turn("Tomasz").id
    room.facilitator.moves("Tomasz", chair=4)
    assert room.bowl == {2: "Mei-Lin", 4: "Tomasz"}
    assert room.turn("Tomasz").id == turn
    assert [(s.chair, s.from_run_ms) for s in room.turn("Tomasz").sittings] == [
        (1, 0),
        (4, 180_000),
    ]


def test_moving_to_a_taken_chair_exchanges_the_two(room: Room):
    room.facilitator.moves("Tomasz", chair=2)
    assert room.bowl == {1: "Mei-Lin", 2: "Tomasz"}
    with already(room, "already_seated_there", chair=2):
        room.facilitator.moves("Tomasz", chair=2)


def test_nobody_moves_to_a_chair_that_is_held(room: Room):
    room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    with refused(room, "chair_held", chair=3):
        room.facilitator.moves("Tomasz", chair=3)
    with refused(room, "chair_unknown", chair=9):
        room.facilitator.moves("Tomasz", chair=9)


def test_leaving_a_chair_by_oneself_and_by_the_facilitator(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    amira.is_on_the_chair()
    left = amira.leaves_chair()[0].event
    freed = room.facilitator.frees("Tomasz")[0].event
    assert (left.why, freed.why) == ("left", "freed")
    with already(room):
        room.facilitator.frees("Tomasz")


def test_asking_and_offering_room_happen_once_a_turn(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    amira.is_on_the_chair()
    amira.offers_room()
    with already(room):
        amira.offers_room()
    room.facilitator.asks_to_make_room("Amira")
    with already(room, person=amira.person):
        room.facilitator.asks_to_make_room("Amira")
    for _ in range(2):
        room.facilitator.sends(c.NudgePerson(turn=room.turn("Amira").id))
    amira.leaves_chair()
    for command in (c.AskToMakeRoom, c.NudgePerson, c.GiveFloor):
        with refused(room, "turn_over"):
            room.facilitator.sends(command(turn=room.turn("Amira").id))


def test_an_offer_of_ones_chair_can_be_taken_back(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    amira.is_on_the_chair()
    amira.offers_room()
    amira.offers_room(on=False)
    assert room.turn("Amira").offered_at_ms is None
    with already(room):
        amira.offers_room(on=False)
    amira.offers_room()
    assert room.turn("Amira").offered_at_ms is not None


def test_taking_over_is_one_command(room: Room):
    room.asks("Amira")
    left, taken = room.facilitator.takes_over("Amira", leaves="Tomasz")
    assert (left.event.why, taken.event.chair) == ("made_room", 1)
    assert left.command_id == taken.command_id
    with refused(room, "request_over"):
        room.facilitator.sends(c.TakeOver(request=9_999, turn=room.turn("Mei-Lin").id))


def test_who_is_called_elsewhere_may_take_over_and_lets_the_other_chair_go(room: Room):
    room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    room.facilitator.takes_over("Amira", leaves="Tomasz")
    assert room.bowl == {1: "Amira", 2: "Mei-Lin"}
