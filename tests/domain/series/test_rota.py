"""Turns go round fairly, one is asked at a time, and a pass looks like silence."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Literal, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.series import commands as c
from fishbowl.domain.series import events as e
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.model import Recurrence
from fishbowl.domain.series.rules.due import due
from fishbowl.domain.series.rules.times import DAY_MS, today, zone_of
from fishbowl.views.series.months import months
from fishbowl.views.series.thread import thread
from fishbowl.views.series.turns import turn_rows
from tests.domain.series.dsl import Desk


class Step(NamedTuple):
    """What happens, to whom, and how many days pass before it."""

    days: int
    member: int
    does: Literal["join", "leave", "take", "pass", "give back", "nothing"]


EVERY_THURSDAY = Recurrence(
    every="week", weekdays=("th",), starts_on="2026-01-01", at="12:15", minutes=60
)
"""Two weeks' notice, so that questions for two dates are open at once."""

steps = st.lists(
    st.builds(
        Step,
        st.integers(0, 4),
        st.integers(1, 4),
        st.sampled_from(("join", "join", "leave", "take", "pass", "give back", "nothing")),
    ),
    max_size=25,
)


def new_desk() -> Desk:
    desk = Desk()
    desk.host(c.SetRecurrence(recurrence=EVERY_THURSDAY))
    return desk


def let_time_act(desk: Desk) -> None:
    """Do what is due until nothing is."""
    for _ in range(50):
        todo = list(due(desk.series, desk.now_ms))
        if not todo:
            return
        desk.time(todo[0][1])
    raise AssertionError("time does not come to an end")


def acts(desk: Desk, step: Step, *, passes: bool = True) -> None:
    """Let a member act; what is refused changes nothing."""
    member = MemberId(step.member)
    asked = [one for one in desk.series.occasions.values() if one.turn is not None]
    commands: list[c.Command] = []
    match step.does:
        case "join":
            commands = [c.JoinRota(member=member)]
        case "leave":
            commands = [c.LeaveRota(member=member)]
        case "take":
            commands = [c.TakeTurn(occasion=one.id, member=member) for one in asked]
        case "pass" if passes:
            commands = [c.PassTurn(occasion=one.id, member=member) for one in asked]
        case "give back":
            commands = [c.GiveBackTurn(occasion=one.id, member=member) for one in asked]
    for command in commands:
        with suppress(AlreadyTrue, Rejected):
            desk.member(step.member, command)


def played(script: list[Step]) -> Desk:
    """Play a script."""
    desk = new_desk()
    for _ in each_step(desk, script):
        pass
    return desk


def each_step(desk: Desk, script: list[Step], *, passes: bool = True) -> Iterator[None]:
    """Play a script step by step.

    :param passes: whether who would pass does so, or is silent.
    """
    for step in script:
        desk.now_ms = type(desk.now_ms)(desk.now_ms + step.days * DAY_MS)
        let_time_act(desk)
        acts(desk, step, passes=passes)
        let_time_act(desk)
        yield


def what_hosts_see(desk: Desk) -> object:
    """All that views tell of turns."""
    day = today(desk.now_ms, zone_of(desk.series.about.time_zone))
    rows = turn_rows(desk.series, desk.now_ms)
    told = [(one.occasion.id, one.state, one.member, one.until_ms, one.ask_on) for one in rows]
    marks = [
        [None if each is None else (each.on, each.mark) for week in month.weeks for each in week]
        for month in months(desk.series, day, frozenset(), 4)
    ]
    knots = [(one.on, one.state, one.member) for one in thread(desk.series, desk.now_ms)]
    return told, marks, knots


@settings(max_examples=25)
@given(steps)
def test_hosts_cannot_tell_a_pass_from_silence(script: list[Step]) -> None:
    passing, silent = new_desk(), new_desk()
    both = zip(each_step(passing, script), each_step(silent, script, passes=False), strict=True)
    for _ in both:
        assert what_hosts_see(passing) == what_hosts_see(silent)


@settings(max_examples=25)
@given(steps)
def test_only_members_of_the_rota_are_asked_one_at_a_time_and_once_for_each(
    script: list[Step],
) -> None:
    desk = played(script)
    rota: set[int] = set()
    asked: Counter[tuple[str, int]] = Counter()
    open_for: dict[str, int] = {}
    for entry in desk.log:
        event = entry.event
        if isinstance(event, e.RotaJoined):
            rota.add(event.member)
        elif isinstance(event, e.RotaLeft):
            rota.discard(event.member)
        elif isinstance(event, e.TurnAsked):
            assert event.member in rota
            assert event.occasion not in open_for
            open_for[event.occasion] = event.member
            asked[event.occasion, event.member] += 1
        elif isinstance(event, e.TurnTaken):
            assert open_for.get(event.occasion, event.member) == event.member
            open_for[event.occasion] = event.member
        elif isinstance(event, e.TurnQuestionEnded | e.TurnGivenBack):
            assert open_for.pop(event.occasion) == event.member
    assert set(asked.values()) <= {1}


@settings(max_examples=30)
@given(st.integers(1, 5), st.integers(2, 12))
def test_turns_of_members_who_always_take_them_differ_by_at_most_one(
    members: int, count: int
) -> None:
    desk = new_desk()
    for number in range(1, members + 1):
        desk.member(number, c.JoinRota(member=MemberId(number)))
    for _ in range(count * 7):
        desk.now_ms = type(desk.now_ms)(desk.now_ms + DAY_MS)
        let_time_act(desk)
        for one in list(desk.series.occasions.values()):
            if one.turn is not None and not one.turn.is_taken:
                taken = c.TakeTurn(occasion=one.id, member=one.turn.member)
                desk.member(one.turn.member, taken)
    dates = sorted(desk.series.occasions.values(), key=lambda one: one.slot.on)
    turns = [one.turn.member for one in dates if one.turn is not None]
    had = Counter(turns)
    assert max(had.values()) - min(had[MemberId(n)] for n in range(1, members + 1)) <= 1
    assert turns == [n % members + 1 for n in range(len(turns))]


@settings(max_examples=25)
@given(steps)
def test_who_is_next_is_who_had_a_turn_the_longest_ago(script: list[Step]) -> None:
    desk = played(script)
    series = desk.series
    for row in turn_rows(series, desk.now_ms):
        if row.state not in ("open", "later"):
            continue
        waiting = [
            member
            for member in sorted(series.rota, key=lambda one: series.rota[one])
            if member not in row.occasion.asked
        ]
        had = {
            member: sorted(
                one.slot.on
                for one in series.occasions.values()
                if one.turn is not None and one.turn.member == member and one.id != row.occasion.id
            )
            for member in waiting
        }
        never = [member for member in waiting if not had[member]]
        expected = never[0] if never else min(waiting, key=lambda one: had[one][-1])
        assert row.member == expected


def test_a_passed_turn_changes_nobody_who_is_next() -> None:
    """A member who passed for one date would otherwise be next for another one at once."""
    desk = new_desk()
    for number in (1, 2):
        desk.member(number, c.JoinRota(member=MemberId(number)))
    thursday = OccasionId("2026-10-15")
    desk.host(c.AskTurn(occasion=thursday))
    before = what_hosts_see(desk)
    desk.member(1, c.PassTurn(occasion=thursday, member=MemberId(1)))
    assert what_hosts_see(desk) == before
    with pytest.raises(Rejected, match="turn_asked"):
        desk.host(c.AskTurn(occasion=thursday))
