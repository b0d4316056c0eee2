"""Who is invited by mail is told what is near and what has changed, several changes at once."""

import pytest
from msgspec.structs import replace

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.errors import AlreadyTrue
from fishbowl.domain.series import commands as c
from fishbowl.domain.series import events as e
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.model import Slot
from fishbowl.domain.series.rules.due import due
from tests.domain.series.dsl import FIRST_THURSDAY, LUNCH, Desk, at

ANA, BEN = MemberId(1), MemberId(2)
NOVEMBER = OccasionId("2026-11-05")


def followed(now: str = "2026-10-29 08:00") -> Desk:
    """Ana is invited to a lunch in a week."""
    desk = Desk(now=now)
    desk.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))
    desk.now_ms = at(now) + 3_600_000
    desk.member(ANA, c.Follow(member=ANA))
    return desk


def move(desk: Desk, time: str, on: str = NOVEMBER) -> None:
    desk.host(c.ChangeOccasion(occasion=NOVEMBER, slot=Slot(on=on, at=time, minutes=60)))


def told(desk: Desk, now: str) -> list[tuple[str, int, bool]] | None:
    """What followers are told by then, with its sequence and whether it is off."""
    desk.now_ms = at(now)
    if c.TellFollowers() not in [command for _, command in due(desk.series, desk.now_ms)]:
        return None
    (event,) = desk.time(c.TellFollowers())
    assert isinstance(event, e.FollowersTold)
    return [(one.occasion, one.sequence, one.is_off) for one in event.occasions]


def test_an_invitation_comes_two_weeks_before() -> None:
    desk = followed(now="2026-10-01 20:00")
    assert not desk.series.told
    assert told(desk, "2026-10-21 08:00") is None
    assert told(desk, "2026-10-22 08:00") == [(NOVEMBER, 1, False)]
    assert told(desk, "2026-10-22 08:01") is None


def test_ten_changes_within_a_few_minutes_are_told_at_once() -> None:
    desk = followed()
    for minute in range(10):
        desk.now_ms = at(f"2026-10-29 10:0{minute}")
        move(desk, f"13:0{minute}")
    assert told(desk, "2026-10-29 10:13") is None
    assert told(desk, "2026-10-29 10:14") == [(NOVEMBER, 11, False)]
    assert told(desk, "2026-10-29 11:00") is None


def test_who_goes_on_changing_does_not_put_it_off_for_ever() -> None:
    desk = followed()
    for minute in range(0, 30, 4):
        desk.now_ms = at(f"2026-10-29 10:{minute:02}")
        move(desk, f"13:{minute:02}")
    assert told(desk, "2026-10-29 10:30") is not None


def test_what_is_left_out_is_called_off_and_brought_back_with_higher_sequences() -> None:
    desk = followed()
    desk.host(c.LeaveOutOccasion(occasion=NOVEMBER))
    assert told(desk, "2026-10-29 10:10") == [(NOVEMBER, 2, True)]
    desk.host(c.BringBackOccasion(occasion=NOVEMBER))
    assert told(desk, "2026-10-29 10:20") == [(NOVEMBER, 3, False)]


def test_what_the_recurrence_gives_no_more_is_called_off() -> None:
    desk = followed()
    move(desk, "13:00")
    assert told(desk, "2026-10-29 10:10") == [(NOVEMBER, 2, False)]
    desk.host(c.SetRecurrence(recurrence=replace(FIRST_THURSDAY, weekdays=("fr",))))
    first, second = told(desk, "2026-10-29 10:20") or []
    assert (first[0], first[2]) == (NOVEMBER, True)
    assert first[1] > 2
    assert (second[0], second[2]) == ("2026-11-06", False)


def test_of_a_series_that_ends_everything_is_called_off() -> None:
    desk = followed()
    desk.host(c.EndSeries())
    assert told(desk, "2026-10-29 10:10") == [(NOVEMBER, 2, True)]


def test_what_is_over_is_not_told_and_the_lines_of_a_programme_neither() -> None:
    desk = followed()
    line = c.ProgrammeLine(source="x1", slot=Slot(on="2026-11-05", at="09:00", minutes=60))
    desk.host(c.ImportProgramme(lines=(line,)))
    assert told(desk, "2026-10-29 12:00") is None
    move(desk, "10:00")
    assert told(desk, "2026-11-06 08:00") is None


def test_who_comes_first_is_told_what_holds_then_and_nothing_of_before() -> None:
    desk = followed()
    desk.member(ANA, c.FollowNot(member=ANA))
    move(desk, "13:00")
    assert told(desk, "2026-10-29 12:00") is None
    _, event = desk.member(BEN, c.Follow(member=BEN))
    assert isinstance(event, e.FollowersTold)
    assert [one.sequence for one in event.occasions] == [2]
    with pytest.raises(AlreadyTrue):
        desk.time(c.TellFollowers())


def test_nobody_is_invited_to_what_is_for_those_under_18() -> None:
    desk = followed()
    desk.host(c.DescribeSeries(about=replace(LUNCH, under_18=True)))
    assert told(desk, "2026-10-29 12:00") is None
