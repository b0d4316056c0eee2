"""What holds in every order whatever happens: whom it steps over, and who comes next."""

from contextlib import suppress
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import AlreadyTrue
from fishbowl.domain.session.ids import ChairNo
from fishbowl.domain.session.next_action import next_action
from fishbowl.domain.session.rules.queue.order_play import REPLIES_IN_ROW
from fishbowl.domain.session.rules.queue.orders import STEPPED_OVER, line, next_place, stepped_over
from tests.support.room import Room

ORDERS = get_args(c.QueueOrder)

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
    room.sends(action.command)
    if isinstance(action.command, c.ReadAloud):
        return
    call = room.session.requests[request].call
    assert call is not None
    if comes:
        taken = room.sends(c.ConfirmSeated(call=call))
        room.sends(c.FreeChair(turn=taken[0].seq))  # type: ignore[arg-type]
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
            room.sends(c.MoveRequest(request=first, before=None if other == 9 else second))
    elif ids.index(first) < ids.index(second):
        phone = next(
            phone
            for phone in room.phones.values()
            if phone.person == room.session.requests[first].person
        )
        phone.sends(c.GivePlace(request=first, to=second))


@given(doings=DOINGS, patience=st.integers(1, 4), topic=st.booleans())
@settings(max_examples=150)
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
                    resting = all(p.reason in STEPPED_OVER for p in points)
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
@settings(max_examples=60)
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
        room.facilitator.sends(c.ChangeRules(order=order))
    for _ in range(called):
        expected = room.queue
        first = next_place(room.session)
        if first is None:
            break
        passed = stepped_over(room.session, first.request.id)
        assert len(passed) == sum(
            other.request.rank < first.request.rank for other in line(room.session)
        )
        taken = room.sends(c.CallPerson(request=first.request.id, chair=ChairNo(1)))
        seated = room.sends(c.ConfirmSeated(call=taken[0].seq))  # type: ignore[arg-type]
        room.sends(c.FreeChair(turn=seated[0].seq))  # type: ignore[arg-type]
        assert room.queue == expected[1:], "nobody is told a place that the next call does not keep"
