"""What series hold of one member."""

from msgspec.structs import replace

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId
from fishbowl.views.series.own import InSeries, in_series
from tests.domain.series.dsl import FIRST_THURSDAY, LUNCH, Desk

ANA, BEN = MemberId(1), MemberId(2)
NOVEMBER, DECEMBER = OccasionId("2026-11-05"), OccasionId("2026-12-03")


def seen(desk: Desk, member: MemberId, **sessions: str) -> InSeries:
    return in_series([desk.series], member, sessions, desk.now_ms)


def desk_with_turns() -> Desk:
    desk = Desk(now="2026-10-25 08:00", about=replace(LUNCH, is_public=True))
    desk.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))
    for member, date in ((ANA, NOVEMBER), (BEN, DECEMBER)):
        desk.member(member, c.JoinRota(member=member))
        desk.host(c.AskTurn(occasion=date, member=member))
    return desk


def test_a_question_is_told_to_who_is_asked_until_they_answer() -> None:
    desk = desk_with_turns()
    (asked,) = seen(desk, ANA).questions
    assert asked.occasion.id == NOVEMBER
    desk.member(ANA, c.PassTurn(occasion=NOVEMBER, member=ANA))
    assert not seen(desk, ANA).questions
    assert seen(desk, BEN).questions


def test_a_turn_can_be_swapped_for_that_of_another_and_who_is_asked_sees_both_dates() -> None:
    desk = desk_with_turns()
    for member, date in ((ANA, NOVEMBER), (BEN, DECEMBER)):
        desk.member(member, c.TakeTurn(occasion=date, member=member))
    (mine,) = seen(desk, ANA).dates
    assert [one.id for one in mine.others] == [DECEMBER]
    desk.member(ANA, c.AskSwap(member=ANA, gives=NOVEMBER, takes=DECEMBER))
    assert seen(desk, ANA).dates[0].asked_for is not None
    (swap,) = seen(desk, BEN).swaps
    assert (swap.mine.id, swap.theirs.id) == (DECEMBER, NOVEMBER)
    desk.member(BEN, c.DeclineSwap(member=BEN, swap=swap.swap.id))
    assert not seen(desk, BEN).swaps
    assert seen(desk, ANA).dates[0].asked_for is not None, "a no looks like no answer"


def test_it_counts_the_sessions_that_are_theirs_by_series_and_by_occasion() -> None:
    desk = Desk(now="2026-11-04 08:00")
    desk.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))
    desk.host(c.MakeSession(occasion=NOVEMBER, code="WAVE47"))
    (own,) = seen(desk, ANA, WAVE47="", FERN23=desk.series.id, OTHER1="").series
    assert own.came == 2


def test_dates_without_anybody_are_offered_to_the_rota_only() -> None:
    desk = desk_with_turns()
    assert [one.id for one in seen(desk, ANA).series[0].open] == [
        "2027-01-07", "2027-02-04", "2027-03-04",
    ]  # fmt: skip
    assert seen(desk, MemberId(9)).series[0].open == ()
