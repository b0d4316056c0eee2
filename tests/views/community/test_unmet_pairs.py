"""A pair of a round that does not meet is the first thing that needs a host."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import CheckIn, IntroductionId
from fishbowl.domain.kernel.roles import Role
from fishbowl.views.community.host_today import Need, Undelivered, today
from tests.domain.community.in_round import NAMES, InRound


class Paired(InRound):
    """Pairs who all said yes some days ago."""

    def __init__(self, days: int = 20, pairs: int = 3) -> None:
        super().__init__((*NAMES, "Olga", "Tomasz", "Yuna", "Ingrid")[: 2 * pairs], weeks=26)
        self.asked(*((no, no + 1) for no in range(0, 2 * pairs, 2)))
        for no in range(2 * pairs):
            assert not self.says(no, True)
        self.waits(days)

    def checks_in(self, no: int, answer: CheckIn) -> None:
        member = self.all[no]
        (made,) = [one for one in self.state.introductions.values() if member in one.members]
        command = c.AnswerCheckIn(member=member, introduction=IntroductionId(made.id), said=answer)
        assert not self.tries(command, Role.DOOR)

    def needs(self) -> tuple[Need, ...]:
        return today(self.state, Undelivered(), self.now_ms).needs

    def unmet(self) -> set[tuple[str, ...]]:
        return {group for need in self.needs() for group in need.groups}


def test_pairs_of_whom_nobody_says_that_they_met_come_first():
    paired = Paired()
    first = paired.needs()[0]
    assert (first.code, first.round, first.name) == ("pairs_unmet", paired.id, "Autumn")
    assert paired.unmet() == {("Amira", "Jonas"), ("Mei-Lin", "Zoë"), ("Kofi", "Noor")}
    paired.checks_in(1, "met")
    assert paired.unmet() == {("Mei-Lin", "Zoë"), ("Kofi", "Noor")}


def test_nothing_is_said_before_they_could_have_answered():
    assert not Paired(days=15).unmet()


@pytest.mark.parametrize("answer", ["not_yet", "will_not"])
def test_what_one_of_a_pair_answers_otherwise_changes_nothing(answer: CheckIn):
    paired, silent = Paired(days=14), Paired(days=14)
    paired.checks_in(0, answer)
    for _ in range(10):
        paired.waits(1)
        silent.waits(1)
        assert paired.needs() == silent.needs()


@pytest.mark.parametrize(("pairs", "told"), [(3, []), (5, [()])])
def test_with_an_employer_no_pair_is_named_and_few_are_not_told(pairs: int, told: list[object]):
    paired = Paired(pairs=pairs)
    paired.sends(c.DescribeCommunity(kind="employer", title="Works"))
    assert [one.groups for one in paired.needs() if one.code == "pairs_unmet"] == told


def test_a_round_that_is_over_or_switched_off_needs_nobody():
    over, off = Paired(), Paired()
    over.sends(c.EndRound(round=over.id))
    off.sends(c.SwitchFeature(feature="rounds", on=False))
    assert not over.unmet()
    assert not off.unmet()
