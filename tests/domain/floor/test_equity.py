"""How well the talk is shared: the figures."""

import pytest

from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.rules.floor.equity import Equity, equity, gini, marked, talk
from tests.support.room import Room

MINUTE_MS = 60_000


def figures(room: Room, topic: str | None = None) -> Equity:
    scope = None if topic is None else room.topic(topic).id
    now = running_ms(room.session.clock, room.now_ms)
    return equity(talk(room.session, scope), now)


@pytest.fixture
def room() -> Room:
    """Tomasz, Mei-Lin and Kofi sit; the clock runs."""
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin", "Kofi")
    return room


def speaks(room: Room, name: str | None, minutes: float) -> None:
    room.facilitator.gives_floor(name)
    room.wait(minutes=minutes)


@pytest.mark.parametrize(
    ("talks", "expected"),
    [((), 0), ((0, 0), 0), ((5,), 0), ((3, 3, 3), 0), ((0, 0, 0, 8), 0.75), ((1, 3), 0.25)],
)
def test_gini_is_0_where_all_talk_the_same_and_grows_with_one_voice(talks, expected):
    assert gini(talks) == pytest.approx(expected)


def minutes_of(room: Room, name: str) -> tuple[tuple[int, int], ...]:
    person = room.person(name)
    return next(one.minutes for one in talk(room.session).voices if one.person == person)


def test_a_voice_has_the_minutes_in_which_it_was_heard_and_none_that_still_goes_on(room: Room):
    room.wait(minutes=1.5)
    room.facilitator.frees("Kofi")
    room.wait(minutes=3)
    assert minutes_of(room, "Kofi") == ((0, 1),)
    assert minutes_of(room, "Tomasz") == ()


def test_minutes_follow_the_floor_where_it_counts(room: Room):
    speaks(room, "Mei-Lin", 2)
    speaks(room, "Tomasz", 3)
    speaks(room, "Mei-Lin", 1)
    room.facilitator.gives_floor(None)
    assert minutes_of(room, "Mei-Lin") == ((0, 1), (5, 5))
    assert minutes_of(room, "Tomasz") == ((2, 4),)
    assert minutes_of(room, "Kofi") == ()


def test_without_a_tracked_floor_time_on_a_chair_counts(room: Room):
    room.wait(minutes=4)
    room.facilitator.frees("Kofi")
    room.wait(minutes=2)
    found = figures(room)
    assert (found.voices, found.talk_ms) == (3, 16 * MINUTE_MS)
    assert found.shares[room.person("Kofi")] == 0.25
    assert (found.longest, found.longest_ms) == (room.person("Tomasz"), 6 * MINUTE_MS)


def test_a_tracked_floor_counts_talk_and_the_facilitator_apart(room: Room):
    speaks(room, "Tomasz", 6)
    speaks(room, "Mei-Lin", 2)
    room.facilitator.takes_floor()
    room.wait(minutes=1)
    found = figures(room)
    assert found.facilitator_ms == MINUTE_MS
    assert found.talk_ms == 8 * MINUTE_MS
    assert found.above == (room.person("Tomasz"),)
    assert found.below == (room.person("Kofi"),)


def test_a_topic_counts_what_was_said_while_it_was_current(room: Room):
    speaks(room, "Tomasz", 3)
    room.facilitator.begins_topic("Pay")
    room.wait(minutes=1)
    speaks(room, "Kofi", 1)
    room.facilitator.begins_topic("Trust")
    room.wait(minutes=5)
    found = figures(room, "Pay")
    assert found.shares[room.person("Tomasz")] == found.shares[room.person("Kofi")] == 0.5
    assert figures(room, "Trust").talk_ms == 5 * MINUTE_MS


def test_who_sat_once_is_a_first_timer(room: Room):
    room.facilitator.frees("Kofi")
    room.facilitator.seats_known("Kofi", 3)
    assert figures(room).first_timers == 2


def test_two_voices_are_not_compared():
    assert marked({1: 1, 2: 9}) == ((), ())
