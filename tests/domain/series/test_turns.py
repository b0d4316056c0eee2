"""Whose turn it is."""

import pytest

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.rules.due import due
from tests.domain.series.dsl import FIRST_THURSDAY, Desk, at

ANA, BEN, CHI = MemberId(1), MemberId(2), MemberId(3)
NOVEMBER, DECEMBER = OccasionId("2026-11-05"), OccasionId("2026-12-03")


def desk_with_rota(*members: MemberId) -> Desk:
    desk = Desk()
    desk.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))
    for member in members:
        desk.member(member, c.JoinRota(member=member))
    return desk


def asked(desk: Desk, occasion: OccasionId) -> MemberId | None:
    found = desk.series.occasions.get(occasion)
    return None if found is None or found.turn is None else found.turn.member


def let_time_act(desk: Desk) -> None:
    for _ in range(10):
        todo = list(due(desk.series, desk.now_ms))
        if not todo:
            return
        desk.time(todo[0][1])
    raise AssertionError("time does not come to an end")


def test_members_of_the_rota_are_asked_two_weeks_before_one_after_the_other() -> None:
    desk = desk_with_rota(ANA, BEN)
    desk.now_ms = at("2026-10-21 08:00")
    let_time_act(desk)
    assert asked(desk, NOVEMBER) is None
    desk.now_ms = at("2026-10-22 08:00")
    let_time_act(desk)
    assert asked(desk, NOVEMBER) == ANA
    desk.now_ms = at("2026-10-25 08:00")
    let_time_act(desk)
    assert asked(desk, NOVEMBER) == BEN


def test_a_pass_frees_the_turn_at_the_instant_at_which_silence_would() -> None:
    silent, passing = desk_with_rota(ANA, BEN), desk_with_rota(ANA, BEN)
    for desk in (silent, passing):
        desk.now_ms = at("2026-10-22 08:00")
        let_time_act(desk)
    passing.member(ANA, c.PassTurn(occasion=NOVEMBER, member=ANA))
    for day in ("2026-10-23 08:00", "2026-10-25 07:59", "2026-10-25 08:00"):
        for desk in (silent, passing):
            desk.now_ms = at(day)
            let_time_act(desk)
        assert asked(silent, NOVEMBER) == asked(passing, NOVEMBER)


def test_who_had_no_turn_for_longest_is_next() -> None:
    desk = desk_with_rota(ANA, BEN, CHI)
    desk.host(c.AskTurn(occasion=NOVEMBER))
    desk.member(ANA, c.TakeTurn(occasion=NOVEMBER, member=ANA))
    desk.host(c.AskTurn(occasion=DECEMBER))
    assert asked(desk, DECEMBER) == BEN


def test_two_who_agree_swap_their_turns() -> None:
    desk = desk_with_rota(ANA, BEN)
    for occasion, member in ((NOVEMBER, ANA), (DECEMBER, BEN)):
        desk.member(member, c.TakeTurn(occasion=occasion, member=member))
    desk.member(ANA, c.AskSwap(member=ANA, gives=NOVEMBER, takes=DECEMBER))
    (swap,) = desk.series.swaps
    with pytest.raises(Rejected, match="not_asked"):
        desk.member(CHI, c.AgreeToSwap(member=CHI, swap=swap))
    desk.member(BEN, c.AgreeToSwap(member=BEN, swap=swap))
    assert (asked(desk, NOVEMBER), asked(desk, DECEMBER)) == (BEN, ANA)


def test_nothing_of_somebody_who_left_stays() -> None:
    desk = desk_with_rota(ANA, BEN)
    desk.member(ANA, c.Follow(member=ANA))
    desk.member(ANA, c.TakeTurn(occasion=NOVEMBER, member=ANA))
    desk.member(ANA, c.SayBring(occasion=NOVEMBER, member=ANA, bring="person", words="Rotorua"))
    said = desk.log[-1].seq
    (forgotten,) = desk.time(c.ForgetMember(member=ANA))
    assert forgotten.entries == (said,)
    assert asked(desk, NOVEMBER) is None
    assert ANA not in desk.series.rota
    assert ANA not in desk.series.followers
    assert desk.series.occasions[NOVEMBER].brought is None
