"""Undo: anything the facilitator did, until somebody built on it."""

import pytest

from fishbowl.domain.kernel.ids import ActionId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.events import UNDO_DEPTH
from fishbowl.views.console import console_view
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


@pytest.fixture
def room() -> Room:
    """A session that runs, with two people in the bowl."""
    room = Room(chairs=4)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    return room


def offered(room: Room) -> tuple[int | None, int | None]:
    """What U and Shift+U would take back and forth."""
    action = console_view(room.session, NOWHERE)["action"]
    return action.undo, action.redo


def presses_u(room: Room) -> None:
    undo, _ = offered(room)
    room.facilitator.sends(c.UndoAction(action=ActionId(undo)))


def presses_shift_u(room: Room) -> None:
    _, redo = offered(room)
    room.facilitator.sends(c.UndoAction(action=ActionId(redo)))


def test_u_walks_back_and_shift_u_forth(room: Room):
    room.facilitator.frees("Tomasz")
    room.facilitator.moves("Mei-Lin", chair=1)
    assert room.bowl == {1: "Mei-Lin"}

    presses_u(room)
    assert room.bowl == {2: "Mei-Lin"}
    presses_u(room)
    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin"}
    presses_shift_u(room)
    assert room.bowl == {2: "Mei-Lin"}
    presses_shift_u(room)
    assert room.bowl == {1: "Mei-Lin"}
    assert offered(room)[1] is None


def test_back_and_forth_can_go_on(room: Room):
    room.facilitator.frees("Tomasz")
    for _ in range(5):
        presses_u(room)
        assert room.bowl == {1: "Tomasz", 2: "Mei-Lin"}
        presses_shift_u(room)
        assert room.bowl == {2: "Mei-Lin"}


def test_an_action_is_taken_back_once(room: Room):
    freed = room.facilitator.frees("Tomasz")
    room.facilitator.undoes(freed)
    with already(room):
        room.facilitator.undoes(freed)


def test_undoing_a_redo_is_undoing_the_action(room: Room):
    freed = room.facilitator.frees("Tomasz")
    undone = room.facilitator.undoes(freed)
    redone = room.facilitator.undoes(undone)
    room.facilitator.undoes(redone)
    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin"}
    with already(room):
        room.facilitator.undoes(freed)
    assert offered(room)[0] != freed[0].seq


def test_redo_is_gone_once_somebody_builds_on_the_undo(room: Room):
    freed = room.facilitator.frees("Tomasz")
    undone = room.facilitator.undoes(freed)
    room.facilitator.asks_to_make_room("Tomasz")
    assert offered(room)[1] is None
    with refused(room, "undo_overtaken", part="turn", person=room.person("Tomasz")):
        room.facilitator.undoes(undone)


def test_the_latest_of_two_actions_on_one_chair_goes_first(room: Room):
    asked = room.facilitator.asks_to_make_room("Tomasz")
    freed = room.facilitator.frees("Tomasz")
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(asked)
    room.facilitator.undoes(freed)
    room.facilitator.undoes(asked)
    assert room.turn("Tomasz").asked_at_ms is None


def test_what_an_attendee_did_is_not_the_facilitators_to_undo(room: Room):
    (amira,) = room.joins("Amira")
    asked = amira.asks()
    with refused(room, "nothing_to_undo"):
        room.facilitator.undoes(asked)


def test_taking_over_is_one_action_and_one_undo(room: Room):
    room.asks("Amira")
    taken = room.facilitator.takes_over("Amira", leaves="Tomasz")
    assert room.bowl[1] == "Amira"
    room.facilitator.undoes(taken)
    assert room.bowl[1] == "Tomasz"
    assert room.queue == ["Amira"]


def test_a_walk_up_that_is_undone_was_never_there(room: Room):
    seated = room.facilitator.seats("Woman in red")
    room.facilitator.undoes(seated)
    assert len(room.session.people) == 2
    room.facilitator.sends(c.SeatWalkUp(chair=3))
    assert room.bowl[3] == "Guest 4", "a guest's number is not handed out again"


def test_sending_out_can_be_undone_with_chair_and_place(room: Room):
    (amira,) = room.asks("Amira")
    sent_out = room.facilitator.sends_out("Amira")
    assert room.queue == []
    room.facilitator.undoes(sent_out)
    assert room.queue == ["Amira"]
    amira.lowers_hand()


def test_an_undone_pause_never_was(room: Room):
    room.wait(minutes=2)
    paused = room.facilitator.pauses()
    room.wait(minutes=4)
    room.facilitator.undoes(paused)
    assert clock_state(room.session.clock) == "running"
    assert running_ms(room.session.clock, room.now_ms) == 6 * 60_000


def test_only_the_last_actions_are_kept(room: Room):
    first = room.facilitator.asks_to_make_room("Tomasz")
    for _ in range(UNDO_DEPTH):
        room.facilitator.sends(c.ExtendClock(minutes=1))
    assert len(room.session.actions) == UNDO_DEPTH
    with refused(room, "nothing_to_undo"):
        room.facilitator.undoes(first)


# What would hurt


def test_nobody_is_put_back_on_a_chair_who_sits_on_another_one(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    amira.is_on_the_chair()
    freed = room.facilitator.frees("Amira")
    amira.asks()
    with refused(room, "undo_overtaken", part="request", person=amira.person):
        room.facilitator.undoes(freed)
    room.facilitator.calls("Amira", chair=4)
    amira.is_on_the_chair()
    with refused(room, "undo_overtaken", part="turn", person=amira.person):
        room.facilitator.undoes(freed)


def test_nobody_is_put_back_into_the_queue_who_waits_again(room: Room):
    (amira,) = room.asks("Amira")
    removed = room.facilitator.removes("Amira")
    amira.asks()
    with refused(room, "undo_overtaken", part="request", person=amira.person):
        room.facilitator.undoes(removed)
    assert room.queue == ["Amira"]


def test_nobody_comes_back_by_undo_who_was_sent_out_or_forgotten(room: Room):
    amira, kofi = room.asks("Amira", "Kofi")
    removed = room.facilitator.removes("Amira"), room.facilitator.removes("Kofi")
    room.facilitator.sends_out("Amira")
    kofi.forgets()
    for action, person in zip(removed, (amira.person, room.person("Guest 4")), strict=True):
        with refused(room, "undo_overtaken", part="person", person=person):
            room.facilitator.undoes(action)


def test_undoing_a_welcome_does_not_leave_somebody_out_in_the_queue(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.sends_out("Amira")
    readmitted = room.facilitator.readmits("Amira")
    amira.asks()
    with refused(room, "undo_overtaken", part="request"):
        room.facilitator.undoes(readmitted)


def test_who_has_the_floor_is_not_undone_from_under_it(room: Room):
    seated = room.facilitator.seats("Woman in red")
    given = room.facilitator.gives_floor("Woman in red")
    with refused(room, "undo_overtaken", part="floor"):
        room.facilitator.undoes(seated)
    room.facilitator.undoes(given)
    room.facilitator.undoes(seated)
    room.facilitator.gives_floor("Tomasz")


def test_the_start_is_not_undone_after_people_have_talked(room: Room):
    other = Room()
    started = other.facilitator.starts()
    other.facilitator.undoes(started)
    assert clock_state(other.session.clock) == "lobby"

    started = other.facilitator.starts()
    other.wait(minutes=5)
    other.facilitator.seats("Tomasz")
    with refused(other, "undo_overtaken", part="turn", person=other.person("Tomasz")):
        other.facilitator.undoes(started)


def test_a_resume_is_not_undone_behind_what_has_happened_since(room: Room):
    room.facilitator.pauses()
    room.wait(minutes=1)
    resumed = room.facilitator.resumes()
    room.wait(minutes=1)
    room.facilitator.begins_topic("Pay")
    with refused(room, "undo_overtaken", part="topic"):
        room.facilitator.undoes(resumed)


def test_a_close_is_not_redone_over_the_head_of_somebody_seated_since(room: Room):
    (amira,) = room.asks("Amira")
    room.facilitator.calls("Amira", chair=3)
    closed = room.facilitator.closes()
    undone = room.facilitator.undoes(closed)
    amira.is_on_the_chair()
    assert offered(room)[1] is None
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(undone)
    room.facilitator.closes()
    assert room.bowl == {}


def test_nobody_is_seated_by_undo_in_a_session_that_is_closed(room: Room):
    freed = room.facilitator.frees("Tomasz")
    room.facilitator.begins_topic("Pay")
    ended = room.facilitator.sends(c.EndTopic(topic=room.topic("Pay").id))
    room.facilitator.closes()
    for action in (freed, ended):
        with refused(room, "undo_overtaken", part="clock"):
            room.facilitator.undoes(action)


def test_forgetting_cannot_be_undone_and_does_not_block_undo(room: Room):
    room.asks("Amira")
    room.facilitator.begins_topic("Pay")
    forgotten = room.facilitator.forgets("Amira")
    with refused(room, "nothing_to_undo"):
        room.facilitator.undoes(forgotten)
    presses_u(room)
    assert room.session.agenda.topic is None


def test_a_name_is_not_given_back_to_two_people(room: Room):
    seated = room.facilitator.seats("Anna")
    undone = room.facilitator.undoes(seated)
    room.joins("Anna")
    with refused(room, "undo_overtaken", part="person", person=room.person("Anna")):
        room.facilitator.undoes(undone)
