"""The line in every order: who is next, why, and how often anybody is stepped over."""

from contextlib import suppress
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.domain import commands as c
from fishbowl.domain.decide import AlreadyTrue
from fishbowl.domain.ids import ChairNo
from fishbowl.domain.next_action import next_action
from fishbowl.domain.order_play import REPLIES_IN_ROW
from fishbowl.domain.order_preview import preview
from fishbowl.domain.orders import line, next_place, stepped_over
from fishbowl.domain.voices import voices_heard
from tests.domain.room import Room

ORDERS = get_args(c.QueueOrder)


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    return room


def goes_by(room: Room, order: c.QueueOrder) -> None:
    room.facilitator.sends(c.ChangeRules(order=order))


def has_sat(room: Room, name: str, minutes: float = 1) -> None:
    """Let somebody come in, sit for a while, and leave."""
    room.asks(name)
    room.facilitator.calls(name, chair=1)
    room.facilitator.confirms(name)
    room.wait(minutes=minutes)
    room.facilitator.frees(name)


def reasons(room: Room) -> dict[str, str]:
    return {room.called(place.request.person): place.reason for place in line(room.session)}


def reply(room: Room, *names: str) -> None:
    for phone in room.joins(*names):
        phone.asks(kind="reply")


def test_least_floor_goes_by_time_on_a_chair_until_the_floor_is_tracked(room: Room):
    has_sat(room, "Long", minutes=5)
    has_sat(room, "Short", minutes=1)
    for phone in room.phones.values():
        phone.asks()
    room.asks("Never")
    goes_by(room, "least_floor")
    assert room.queue == ["Never", "Short", "Long"]


def test_least_floor_goes_by_the_floor_once_it_is_tracked(room: Room):
    for name, spoken in (("Quiet", 1), ("Loud", 4)):
        room.asks(name)
        room.facilitator.calls(name, chair=1)
        room.facilitator.confirms(name)
        room.facilitator.gives_floor(name)
        room.wait(minutes=spoken)
        room.facilitator.gives_floor(None)
        room.wait(minutes=10 - 2 * spoken)
        room.facilitator.frees(name)
    loud, quiet = reversed(room.phones.values())
    loud.asks()
    quiet.asks()
    goes_by(room, "least_floor")
    assert room.queue == ["Quiet", "Loud"]


def test_groups_alternate_and_who_names_none_goes_by_arrival(room: Room):
    phones = room.asks("Nurse 1", "Nurse 2", "Nobody's", "Doctor 1", "Nurse 3")
    groups = ("Nurses", "nurses", "", "Doctors", "Nurses")
    for phone, group in zip(phones, groups, strict=True):
        if group:
            phone.sends(c.SetGroup(person=phone.person, group=group))
    goes_by(room, "alternate_groups")
    assert room.queue == ["Nurse 1", "Nobody's", "Nurse 2", "Doctor 1", "Nurse 3"]
    room.facilitator.presses_space()
    assert room.queue[0] == "Nobody's"


def test_the_lottery_is_drawn_once_for_everybody_and_can_be_told_from_the_log(room: Room):
    room.asks("Amira", "Kofi", "Jonas", "Elif")
    goes_by(room, "lottery")
    lots = {name: room.request(name).lot for name in room.queue}
    assert list(lots.values()) == sorted(lots.values())
    assert len(set(lots.values())) == 4


def test_who_was_overtaken_often_enough_goes_first_and_the_count_survives_a_new_order(room: Room):
    has_sat(room, "Jonas")
    room.phones["device 1"].asks()
    goes_by(room, "fresh_voices")
    room.asks("A", "B", "C", "D")
    assert room.queue == ["A", "B", "C", "Jonas", "D"]
    room.facilitator.presses_space()
    goes_by(room, "least_floor")
    assert room.queue == ["B", "C", "Jonas", "D"]
    assert line(room.session)[2].overtaken == 1


def test_undoing_a_call_takes_its_overtakes_back(room: Room):
    has_sat(room, "Jonas")
    room.phones["device 1"].asks()
    goes_by(room, "fresh_voices")
    room.asks("A")
    called = room.facilitator.presses_space()
    assert dict(room.session.overtakes) == {room.request("Jonas").id: 1}
    room.facilitator.undoes(called)
    assert not room.session.overtakes


def test_a_hand_is_not_the_order(room: Room):
    room.asks("Amira", "Kofi", "Jonas")
    room.facilitator.calls("Jonas", chair=1)
    room.facilitator.puts("Kofi", before="Amira")
    room.facilitator.presses_space()
    assert not room.session.overtakes


def test_a_hand_moves_people_in_every_order(room: Room):
    has_sat(room, "Jonas")
    room.phones["device 1"].asks()
    goes_by(room, "fresh_voices")
    room.asks("Amira", "Kofi")
    room.facilitator.puts("Jonas", before="Amira")
    assert room.queue == ["Jonas", "Amira", "Kofi"]
    assert reasons(room)["Jonas"] == "hand"
    room.facilitator.puts("Amira")
    assert room.queue == ["Jonas", "Kofi", "Amira"]
    room.asks("Elif")
    assert room.queue == ["Jonas", "Kofi", "Amira", "Elif"]


def test_who_rests_is_not_overtaken(room: Room):
    amira, *_ = room.asks("Amira", "Kofi", "Jonas")
    amira.sends(c.SnoozeRequest(request=room.request("Amira").id, minutes=5))
    assert room.facilitator.space == "call person Kofi on chair 1"
    room.facilitator.presses_space()
    assert not room.session.overtakes


def test_a_reply_under_an_old_topic_is_a_point_like_any_other(room: Room):
    room.facilitator.begins_topic("Pay")
    room.asks("Amira")
    reply(room, "Saoirse")
    assert room.queue == ["Saoirse", "Amira"]
    room.facilitator.begins_topic("Trust")
    assert room.queue == ["Amira", "Saoirse"]


def test_a_preview_says_who_moves_and_leaves_everything_as_it_is(room: Room):
    has_sat(room, "Jonas")
    room.phones["device 1"].asks()
    room.asks("Kofi", "Amira")
    before = room.session
    moves = {room.called(m.place.request.person): m for m in preview(before, "fresh_voices")}
    assert {name: m.before - m.after for name, m in moves.items()} == {
        "Kofi": 1, "Amira": 1, "Jonas": -2,
    }  # fmt: skip
    assert (moves["Jonas"].place.reason, moves["Jonas"].place.ahead) == ("behind", 2)
    assert room.session is before
    assert preview(before, "arrival") == ()


def test_calls_that_no_hand_makes_follow_the_order_and_count(room: Room):
    has_sat(room, "Jonas")
    room.facilitator.seats("Lindiwe", "Tomasz", "Rafael", "Mei-Lin", "Noor")
    room.phones["device 1"].asks()
    goes_by(room, "fresh_voices")
    room.asks("Amira", "Kofi")
    room.facilitator.sends(c.ChangeRules(entry="automatic"))
    room.facilitator.frees("Lindiwe")
    assert room.bowl[1] == "held for Amira"
    assert dict(room.session.overtakes) == {room.request("Jonas").id: 1}


def test_nobody_is_called_to_a_chair_whose_words_are_to_be_read(room: Room):
    room.facilitator.sends(c.ChangeRules(entry="automatic"))
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    room.asks("Amira")
    assert (room.bowl, room.queue) == ({1: "held for Amira"}, ["Bastien"])
    room.facilitator.confirms("Amira")
    assert room.facilitator.space == "read aloud Bastien"
    assert room.session.overtakes[room.request("Bastien").id] == 1, "and no hand went past him"


# What holds whatever happens

KINDS: tuple[c.RequestKind, ...] = ("new_point", "reply", "question", "read_aloud")
DOINGS = st.lists(
    st.one_of(
        st.tuples(st.just("asks"), st.sampled_from(KINDS), st.integers(0, 3)),
        st.tuples(st.just("next"), st.booleans(), st.booleans()),
        st.tuples(st.just("order"), st.sampled_from(ORDERS), st.just(0)),
        st.tuples(st.just("entry"), st.sampled_from(("called", "automatic")), st.just(0)),
        st.tuples(st.just("hand"), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("gives"), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("returns"), st.integers(0, 9), st.just(0)),
    ),
    min_size=12,
    max_size=60,
)


def serve(room: Room, *, comes: bool, quickly: bool) -> None:
    """Do what Space says; who is called comes, says "not now", or is not waited for."""
    if not quickly:
        room.wait(minutes=1)
    action = next_action(room.session)
    if action is None or not isinstance(action.command, (c.CallPerson, c.ReadAloud)):
        return
    request = action.command.request
    room.play(action.command)
    if isinstance(action.command, c.ReadAloud):
        return
    call = room.session.requests[request].call
    assert call is not None
    if comes:
        taken = room.play(c.ConfirmSeated(call=call))
        room.play(c.FreeChair(turn=taken[0].seq))  # type: ignore[arg-type]
    else:
        room.phones[f"device {action.person and _device(room, action.person)}"].passes()


def _device(room: Room, person: int) -> int:
    return next(no for no, phone in enumerate(room.phones.values(), 1) if phone.person == person)


def swaps(room: Room, one: int, other: int, *, by_hand: bool) -> None:
    """Somebody is moved, or gives the place away."""
    ids = [place.request.id for place in line(room.session)]
    if len(ids) < 2:
        return
    first, second = ids[one % len(ids)], ids[other % len(ids)]
    if by_hand:
        with suppress(AlreadyTrue):
            room.play(c.MoveRequest(request=first, before=None if other == 9 else second))
    elif ids.index(first) < ids.index(second):
        phone = next(
            phone
            for phone in room.phones.values()
            if phone.person == room.session.requests[first].person
        )
        phone.sends(c.GivePlace(request=first, to=second))


@given(doings=DOINGS, patience=st.integers(1, 4), topic=st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_order_steps_over_nobody_more_often_than_patience_allows(
    doings: list[tuple[str, object, object]], patience: int, topic: bool
):
    room = Room()
    room.facilitator.starts()
    room.facilitator.sends(c.ChangeRules(patience=patience, order="fresh_voices"))
    if topic:
        room.facilitator.begins_topic("Pay")
    served: list[bool] = []
    for what, one, two in doings:
        if what == "asks":
            (phone,) = room.joins(f"P{len(room.phones) + 1}")
            if two:
                phone.sends(c.SetGroup(person=phone.person, group=f"Group {two}"))
            phone.asks(words="words", kind=one)  # type: ignore[arg-type]
        elif what == "returns":
            phones = list(room.phones.values())
            person = phones[int(str(one)) % len(phones)].person if phones else None
            if person is not None and person not in room.session.open_request:
                phones[int(str(one)) % len(phones)].asks()
        elif what == "order" and room.session.rules.order != one:
            room.facilitator.sends(c.ChangeRules(order=one))  # type: ignore[arg-type]
        elif what == "entry" and room.session.rules.entry != one:
            room.facilitator.sends(c.ChangeRules(entry=one))  # type: ignore[arg-type]
        elif what in ("hand", "gives"):
            swaps(room, int(str(one)), int(str(two)), by_hand=what == "hand")
        elif what == "next":
            points = [
                p for p in line(room.session) if p.request.kind in ("new_point", "read_aloud")
            ]
            overdue = any(p.overtaken >= patience for p in line(room.session))
            before = len(room.session.served)
            serve(room, comes=bool(one), quickly=bool(two))
            if len(room.session.served) > before:
                _, latest = room.session.served[-1]
                served.append(room.session.requests[latest].as_reply)
                tail = served[-REPLIES_IN_ROW - 1 :]
                if points and not overdue and all(one for one in [*served[-1:]]) and bool(one):
                    resting = all(p.reason in ("resting", "snoozed") for p in points)
                    assert resting or len(tail) <= REPLIES_IN_ROW or not all(tail)
        assert all(count <= patience for count in room.session.overtakes.values())
        assert sorted(place.request.id for place in line(room.session)) == sorted(
            request for _, request in room.session.queue
        )


@given(
    lots=st.lists(st.integers(0, 5), min_size=1, max_size=12),
    order=st.sampled_from(ORDERS),
    called=st.integers(0, 8),
)
@settings(max_examples=60, deadline=None)
def test_the_line_that_is_shown_is_the_one_that_comes(
    lots: list[int], order: c.QueueOrder, called: int
):
    room = Room()
    room.facilitator.starts()
    for lot in lots:
        (phone,) = room.joins(f"P{len(room.phones) + 1}")
        if lot:
            phone.sends(c.SetGroup(person=phone.person, group=f"Group {lot % 3}"))
        phone.asks(kind="reply" if lot == 5 else "new_point")
    if order != "arrival":
        goes_by(room, order)
    for _ in range(called):
        expected = room.queue
        first = next_place(room.session)
        if first is None:
            break
        passed = stepped_over(room.session, first.request.id)
        assert len(passed) == sum(
            other.request.rank < first.request.rank for other in line(room.session)
        )
        taken = room.play(c.CallPerson(request=first.request.id, chair=ChairNo(1)))
        seated = room.play(c.ConfirmSeated(call=taken[0].seq))  # type: ignore[arg-type]
        room.play(c.FreeChair(turn=seated[0].seq))  # type: ignore[arg-type]
        assert room.queue == expected[1:], "nobody is told a place that the next call does not keep"


def test_ranks_stay_apart(room: Room):
    room.asks(*(f"P{n}" for n in range(5)))
    ranks = [rank for rank, _ in room.session.queue]
    assert all(lower < upper for lower, upper in pairwise(ranks))


def test_who_left_a_chair_before_the_start_is_still_a_new_voice():
    room = Room()
    room.joins("Amira")
    room.facilitator.seats_known("Amira", chair=1)
    room.wait(minutes=1)
    room.facilitator.frees("Amira")
    room.wait(minutes=1)
    room.facilitator.starts()
    has_sat(room, "Jonas")
    goes_by(room, "fresh_voices")
    for phone in reversed(room.phones.values()):
        phone.asks()
    assert room.queue == ["Amira", "Jonas"]
    assert voices_heard(room.session) == 1
