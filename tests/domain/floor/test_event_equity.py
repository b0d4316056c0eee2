"""An event: what its sessions come to together, and what cannot be added up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.rules.floor.equity import equity, talk
from fishbowl.domain.session.rules.floor.event_equity import (
    EventEquity,
    SessionFigures,
    Sums,
    event_equity,
    event_key,
    session_figures,
)
from tests.support.room import Room

MINUTE_MS = 60_000


def together(*rooms: Room) -> EventEquity:
    return event_equity([session_figures(room.session, room.now_ms) for room in rooms])


def sat(*minutes: float) -> Room:
    """A session in which people sat one after the other, each so many minutes."""
    room = Room()
    room.facilitator.starts()
    for no, long in enumerate(minutes):
        room.facilitator.seats(f"Voice {no}")
        room.wait(minutes=long)
        room.facilitator.frees(f"Voice {no}")
    return room


def spoke(*minutes: float) -> Room:
    """A session in which people had the floor, one after the other."""
    room = Room()
    room.facilitator.starts()
    names = [f"Voice {no}" for no in range(len(minutes))]
    room.facilitator.seats(*names)
    for name, long in zip(names, minutes, strict=True):
        room.facilitator.gives_floor(name)
        room.wait(minutes=long)
    return room


def test_one_session_says_of_the_event_what_it_says_of_itself():
    room = spoke(6, 2)
    found, own = (
        together(room),
        equity(talk(room.session), running_ms(room.session.clock, room.now_ms)),
    )
    assert (found.sessions, found.voices, found.turns) == (1, own.voices, 2)
    assert (found.talk_ms, found.gini, found.longest_ms) == (
        own.talk_ms, own.gini, own.longest_ms,
    )  # fmt: skip
    assert found.most_share == 0.75


def test_sessions_are_added_up_and_people_are_counted_in_each():
    found = together(spoke(6, 2), spoke(4))
    assert (found.sessions, found.people, found.voices, found.turns) == (2, 3, 3, 3)
    assert (found.talk_ms, found.tracked) == (12 * MINUTE_MS, True)
    assert found.most_share == 0.5
    assert found.longest_ms == 6 * MINUTE_MS


def test_floor_and_chairs_are_not_mixed():
    found = together(spoke(6, 2), sat(4))
    assert not found.tracked
    # Both sat the whole eight minutes, whoever had the floor.
    assert found.talk_ms == (8 + 8 + 4) * MINUTE_MS


def test_a_session_in_which_nobody_talked_changes_no_share():
    found = together(spoke(6, 2), Room())
    assert (found.sessions, found.tracked, found.talk_ms) == (2, True, 8 * MINUTE_MS)


def test_what_goes_on_is_counted_until_now():
    room = spoke(1)
    room.wait(minutes=2)
    assert together(room).talk_ms == 3 * MINUTE_MS


def test_nothing_yet_is_nothing():
    assert together(Room()) == EventEquity(
        sessions=1, people=0, voices=0, turns=0, tracked=False, talk_ms=0, gini=0.0,
        most_share=0.0, longest_ms=0, facilitator_ms=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("", "Day"), ("", "Day"), True),
        (("", "Day"), ("", " day"), True),
        (("", "Day"), ("", "Night"), False),
        (("lunch234", "Day"), ("lunch234", "Night"), True),
        (("lunch234", "Day"), ("forum567", "Day"), False),
        (("lunch234", "Day"), ("", "Day"), False),
        (("", "lunch234"), ("lunch234", ""), False),
    ],
)
def test_sessions_belong_together_by_their_series_and_outside_of_one_by_name(
    one: tuple[str, str], other: tuple[str, str], same: bool
):
    assert (event_key(*one) == event_key(*other)) is same


def test_a_session_without_series_and_name_is_of_no_event():
    assert not event_key("", " ")


sums = st.lists(st.integers(0, 10**7), max_size=5).map(
    lambda talks: Sums(
        talks_ms=tuple(sorted(talks)), longest_ms=max(talks, default=0), facilitator_ms=0
    )
)
figures = st.builds(
    SessionFigures,
    people=st.integers(0, 50),
    voices=st.integers(0, 9),
    turns=st.integers(0, 9),
    chair=sums,
    floor=st.none() | sums,
)


@given(sessions=st.lists(figures, max_size=5))
def test_whatever_the_order_of_sessions_the_event_is_the_same(sessions: list[SessionFigures]):
    found, turned = event_equity(sessions), event_equity(sessions[::-1])
    assert found == turned
    assert 0 <= found.gini < 1
    assert 0 <= found.most_share <= 1
    assert found.voices == sum(one.voices for one in sessions)
