"""Who is invited by mail is told what has changed, several changes at once."""

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.series import commands as c
from fishbowl.domain.series import events as e
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.model import Slot
from fishbowl.domain.series.rules.due import due
from tests.domain.series.dsl import FIRST_THURSDAY, Desk, at

ANA = MemberId(1)
NOVEMBER, DECEMBER = OccasionId("2026-11-05"), OccasionId("2026-12-03")


def desk_with_follower() -> Desk:
    desk = Desk(now="2026-10-01 08:00")
    desk.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))
    desk.member(ANA, c.Follow(member=ANA))
    return desk


def move(desk: Desk, occasion: OccasionId, time: str) -> None:
    slot = Slot(on=occasion, at=time, minutes=60)
    desk.host(c.ChangeOccasion(occasion=occasion, slot=slot))


def told(desk: Desk, now: str) -> tuple[str, ...] | None:
    """What followers are told by then; ``None`` if they are not."""
    desk.now_ms = at(now)
    todo = [command for _, command in due(desk.series, desk.now_ms)]
    if c.TellFollowers() not in todo:
        return None
    (event,) = desk.time(c.TellFollowers())
    assert isinstance(event, e.FollowersTold)
    return event.occasions


def test_changes_within_a_few_minutes_are_told_at_once() -> None:
    desk = desk_with_follower()
    for minute in range(10):
        desk.now_ms = at(f"2026-10-01 08:0{minute}")
        move(desk, NOVEMBER if minute % 2 else DECEMBER, f"13:0{minute}")
    assert told(desk, "2026-10-01 08:13") is None
    assert told(desk, "2026-10-01 08:14") == (DECEMBER, NOVEMBER)
    assert told(desk, "2026-10-01 09:00") is None


def test_who_goes_on_changing_does_not_put_it_off_for_ever() -> None:
    desk = desk_with_follower()
    for minute in range(0, 30, 4):
        desk.now_ms = at(f"2026-10-01 08:{minute:02}")
        move(desk, NOVEMBER, f"13:{minute:02}")
    assert told(desk, "2026-10-01 08:30") == (NOVEMBER,)


def test_what_is_over_or_was_before_they_came_is_not_told() -> None:
    desk = Desk(now="2026-10-01 08:00")
    desk.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))
    move(desk, DECEMBER, "13:00")
    desk.member(ANA, c.Follow(member=ANA))
    assert told(desk, "2026-10-01 09:00") is None
    desk.host(c.LeaveOutOccasion(occasion=NOVEMBER))
    assert told(desk, "2026-11-06 09:00") == ()


def test_while_nobody_is_invited_nothing_is_kept_for_them() -> None:
    desk = desk_with_follower()
    move(desk, NOVEMBER, "13:00")
    desk.member(ANA, c.FollowNot(member=ANA))
    move(desk, DECEMBER, "13:00")
    desk.member(ANA, c.Follow(member=ANA))
    assert not desk.series.news
    desk.host(c.PlanOccasion(slot=Slot(on="2026-12-10", at="18:00", minutes=60)))
    planned = OccasionId(f"+{desk.log[-1].seq}")
    assert told(desk, "2026-10-01 09:00") == (planned,)
