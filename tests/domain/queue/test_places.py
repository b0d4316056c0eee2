"""A place that was given away: what stands is the place; a reply stays with whoever makes it."""

from contextlib import suppress
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import AlreadyTrue
from fishbowl.domain.session.ids import ChairNo
from fishbowl.domain.session.rules.queue.orders import line, next_place
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    return room


def reason_of(room: Room, name: str) -> str:
    return next(p.reason for p in line(room.session) if room.called(p.request.person) == name)


def test_who_gets_the_place_of_a_reply_has_made_none(room: Room):
    room.asks("Amira")
    (saoirse,) = room.joins("Saoirse")
    saoirse.asks(kind="reply")
    room.asks("Kofi")
    assert room.queue == ["Saoirse", "Amira", "Kofi"]
    saoirse.gives_place("Kofi")
    assert room.queue == ["Amira", "Kofi", "Saoirse"], "Amira is not passed by a point"
    assert reason_of(room, "Kofi") != "reply"
    room.facilitator.presses_space()
    assert not room.session.requests[room.session.served[-1][1]].as_reply
    assert not room.session.overtakes


def test_a_reply_that_goes_after_somebody_who_came_earlier_only_lets_its_right_go(room: Room):
    room.asks("Amira", "Kofi")
    (saoirse,) = room.joins("Saoirse")
    saoirse.asks(kind="reply")
    saoirse.gives_place("Kofi")
    assert room.queue == ["Amira", "Kofi", "Saoirse"]
    assert room.session.requests[room.request("Saoirse").id].gave_to == room.person("Kofi")


def test_two_replies_exchange_their_places_and_both_go_on_replying(room: Room):
    room.asks("Amira")
    saoirse, elif_ = room.joins("Saoirse", "Elif")
    for phone in (saoirse, elif_):
        phone.asks(kind="reply")
    saoirse.gives_place("Elif")
    assert room.queue == ["Elif", "Saoirse", "Amira"]
    assert reason_of(room, "Elif") == "reply"


def test_an_undone_call_finds_the_exchange_as_it_was(room: Room):
    room.asks("Amira", "Kofi")
    room.phone_of("Amira").gives_place("Kofi")
    called = room.facilitator.presses_space()
    room.facilitator.undoes(called)
    assert room.queue == ["Kofi", "Amira"]


@given(
    kinds=st.lists(
        st.sampled_from(("new_point", "reply", "question", "read_aloud")), min_size=2, max_size=7
    ),
    order=st.sampled_from(get_args(c.QueueOrder)),
    called=st.integers(0, 3),
    gifts=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=5),
    patience=st.integers(1, 4),
)
@settings(max_examples=200)
def test_whoever_is_given_a_place_goes_before_the_giver(
    kinds: list[c.RequestKind],
    order: c.QueueOrder,
    called: int,
    gifts: list[tuple[int, int]],
    patience: int,
):
    room = Room()
    room.facilitator.starts()
    with suppress(AlreadyTrue):
        room.facilitator.sends(c.ChangeRules(patience=patience, order=order))
    for no, kind in enumerate(kinds):
        (phone,) = room.joins(f"P{no + 1}")
        if no % 3:
            phone.sends(c.SetGroup(person=phone.person, group=f"Group {no % 3}"))
        phone.asks("Words.", kind=kind)
    for _ in range(called):
        first = next_place(room.session, seat=True)
        if first is not None:
            made = room.sends(c.CallPerson(request=first.request.id, chair=ChairNo(1)))
            taken = room.sends(c.ConfirmSeated(call=made[0].seq))  # type: ignore[arg-type]
            room.sends(c.FreeChair(turn=taken[0].seq))  # type: ignore[arg-type]
    for one, other in gifts:
        names = room.queue
        giver, taker = sorted((one % len(names), other % len(names))) if names else (0, 0)
        if giver == taker:
            continue
        phone = room.phone_of(names[giver])
        phone.gives_place(names[taker])
        assert room.queue.index(names[taker]) < room.queue.index(names[giver])
