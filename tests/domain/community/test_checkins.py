"""Did you meet, did it help, and how an introduction ends."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import CheckIn, IntroductionId, MemberId, Outcome
from fishbowl.domain.community.model import Introduction
from fishbowl.domain.community.rules.checkins import Counts, counts, silent_in
from fishbowl.domain.community.rules.introductions import (
    introductions_of,
    is_over_for,
    others_of,
)
from fishbowl.domain.kernel.roles import Role
from tests.support.community import People


class Pair(People):
    """Two who were brought together; Amira gives something to Jonas."""

    def __init__(self) -> None:
        super().__init__()
        willing = frozenset({"meet"})
        self.amira = self.joins("Amira", consents=willing)
        self.jonas = self.joins("Jonas", consents=willing)
        self.made = self.introduces(self.amira, self.jonas, offer=self.offers(self.amira))

    @property
    def pair(self) -> Introduction:
        return self.state.introductions[self.made]

    def answers(self, member: MemberId, said: CheckIn) -> str:
        command = c.AnswerCheckIn(member=member, introduction=self.made, said=said)
        return self.tries(command, Role.MEMBER, member)

    def tells(self, member: MemberId, outcome: Outcome, tell: bool = False) -> str:
        command = c.AnswerOutcome(member=member, introduction=self.made, outcome=outcome, tell=tell)
        return self.tries(command, Role.MEMBER, member)

    def meets(self) -> None:
        self.waits(14)
        assert self.answers(self.jonas, "met") == ""


def test_both_are_asked_after_two_weeks_and_reminded_once():
    pair = Pair()
    pair.waits(13)
    assert pair.pair.asked == 0
    pair.waits(1)
    assert (pair.pair.asked, pair.pair.is_reminded) == (1, False)
    pair.waits(4)
    assert pair.pair.is_reminded
    pair.waits(20)
    assert pair.pair.asked == 1


def test_one_who_says_that_they_met_is_enough():
    pair = Pair()
    pair.meets()
    assert pair.pair.is_met
    assert pair.answers(pair.jonas, "met") == "already_so"
    assert pair.answers(pair.amira, "not_yet") == "already_met"
    pair.waits(4)
    assert not pair.pair.is_reminded


def test_they_can_say_so_before_they_are_asked():
    pair = Pair()
    assert pair.answers(pair.amira, "met") == ""
    assert pair.pair.is_met


def test_after_not_yet_twice_both_are_asked_whether_to_stop():
    pair = Pair()
    pair.waits(14)
    for asked in (1, 2):
        assert (pair.pair.asked, pair.pair.asks_to_stop) == (asked, False)
        assert pair.answers(pair.amira, "not_yet") == ""
        pair.waits(14)
    assert (pair.pair.asked, pair.pair.asks_to_stop) == (3, True)
    assert silent_in(pair.pair) == (pair.amira, pair.jonas)


def test_between_an_answer_and_the_next_question_lies_a_week():
    pair = Pair()
    pair.waits(14)
    pair.waits(13)
    pair.answers(pair.amira, "not_yet")
    pair.waits(6)
    assert pair.pair.asked == 1
    pair.waits(1)
    assert pair.pair.asked == 2


def test_who_will_not_is_out_at_once_and_the_other_reads_it_when_asked_next():
    pair = Pair()
    pair.waits(3)
    pair.does(pair.amira, c.StopMeeting(member=pair.amira, introduction=pair.made))
    assert introductions_of(pair.state, pair.amira) == []
    assert pair.pair.is_over
    pair.waits(10)
    assert others_of(pair.pair, pair.jonas, pair.now_ms) == (pair.amira,)
    assert not is_over_for(pair.pair, pair.jonas, pair.now_ms)
    pair.waits(1)
    assert others_of(pair.pair, pair.jonas, pair.now_ms) == ()
    assert is_over_for(pair.pair, pair.jonas, pair.now_ms)
    assert (pair.pair.members, pair.pair.asked) == ((pair.jonas,), 0)
    pair.waits(30)
    assert not pair.state.introductions


def test_who_waits_is_reminded_also_if_the_other_will_not():
    pair = Pair()
    pair.waits(14)
    assert pair.answers(pair.amira, "will_not") == ""
    pair.waits(4)
    assert pair.pair.is_reminded
    assert silent_in(pair.pair) == (pair.jonas,)


def test_who_says_not_yet_to_one_who_will_not_hears_of_it_on_the_day_that_they_know():
    pair = Pair()
    pair.waits(14)
    pair.answers(pair.amira, "will_not")
    pair.waits(10)
    pair.answers(pair.jonas, "not_yet")
    pair.waits(6)
    assert not is_over_for(pair.pair, pair.jonas, pair.now_ms)
    pair.waits(1)
    assert is_over_for(pair.pair, pair.jonas, pair.now_ms)


def test_an_introduction_that_nobody_answers_about_ends_after_sixty_days():
    pair = Pair()
    pair.waits(14)
    pair.waits(59)
    assert not pair.pair.is_over
    pair.waits(1)
    assert pair.pair.is_over
    assert pair.answers(pair.amira, "met") == "introduction_over"


def test_four_weeks_after_they_met_it_is_asked_whether_it_helped():
    pair = Pair()
    pair.meets()
    pair.waits(27)
    assert not pair.pair.is_outcome_asked
    pair.waits(1)
    assert pair.pair.is_outcome_asked


def test_who_alone_gave_is_not_asked_whether_it_helped():
    pair = Pair()
    assert pair.tells(pair.jonas, "helped") == "not_met"
    pair.meets()
    assert pair.tells(pair.amira, "helped") == "not_met"
    assert pair.tells(pair.jonas, "helped") == ""


@pytest.mark.parametrize(
    ("outcome", "tell", "is_told"),
    [("helped", True, True), ("helped", False, False), ("did_not_help", True, False)],
)
def test_an_outcome_is_told_with_consent_and_a_bad_one_only_by_a_second_press(
    outcome: Outcome, tell: bool, is_told: bool
):
    pair = Pair()
    pair.meets()
    assert pair.tells(pair.jonas, outcome, tell) == ""
    assert (pair.jonas in pair.pair.told) == is_told
    second = c.TellGiver(member=pair.jonas, introduction=pair.made)
    assert pair.tries(second, Role.MEMBER, pair.jonas) == ("already_so" if is_told else "")
    assert pair.jonas in pair.pair.told
    other = "tried" if outcome == "helped" else "helped"
    assert pair.tells(pair.jonas, other) == "outcome_told"


def test_another_outcome_counts_instead_of_the_one_before():
    pair = Pair()
    pair.meets()
    pair.tells(pair.jonas, "tried")
    pair.tells(pair.jonas, "helped")
    assert (pair.state.counts["tried"], pair.state.counts["helped"]) == (0, 1)
    assert pair.tells(pair.jonas, "helped") == "already_so"


def test_fewer_than_five_outcomes_are_shown_to_nobody():
    people = People()
    amira = people.joins("Amira", consents=frozenset({"meet"}))
    for number in range(5):
        assert counts(people.state) is None
        other = people.joins(f"No. {number}", consents=frozenset({"meet"}))
        made = people.introduces(amira, other)
        people.does(other, c.AnswerCheckIn(member=other, introduction=made, said="met"))
        outcome: Outcome = "helped" if number else "did_not_help"
        answer = c.AnswerOutcome(member=other, introduction=made, outcome=outcome)
        people.does(other, answer)
    assert counts(people.state) == Counts(helped=4, tried=0, did_not_help=1)


def test_what_is_switched_off_asks_nobody_any_more():
    pair = Pair()
    pair.sends(c.SwitchFeature(feature="introductions", on=False))
    pair.waits(40)
    assert pair.pair.asked == 0
    assert pair.answers(pair.amira, "met") == ""


def test_the_introduction_of_a_member_who_left_is_over_and_names_them_no_more():
    pair = Pair()
    pair.meets()
    pair.tells(pair.jonas, "helped", tell=True)
    pair.does(pair.jonas, c.LeaveCommunity(member=pair.jonas))
    assert pair.pair.members == (pair.amira,)
    assert not pair.pair.outcomes
    assert not pair.pair.told
    assert not pair.state.met
    pair.does(pair.amira, c.LeaveCommunity(member=pair.amira))
    assert not pair.state.introductions


def test_answers_about_what_is_not_one_s_own_are_refused():
    pair = Pair()
    mei = pair.joins("Mei-Lin")
    assert pair.answers(mei, "met") == "introduction_over"
    unknown = c.StopMeeting(member=mei, introduction=IntroductionId(999))
    assert pair.tries(unknown, Role.DOOR) == "introduction_over"


def test_a_merge_takes_introductions_along():
    pair = Pair()
    other = pair.joins("J. Weber", consents=frozenset({"meet"}))
    merge = pair.merges(other, pair.jonas)
    pair.does(pair.jonas, c.AgreeToMerge(member=pair.jonas, merge=merge))
    pair.does(other, c.AgreeToMerge(member=other, merge=merge))
    assert pair.pair.members == (pair.amira, other)
    assert set(pair.state.met) == {(pair.amira, other)}
