"""Two members are suggested to each other, asked alone, and brought together by two yeses."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import FIRST_QUESTIONS, MemberId
from fishbowl.domain.community.rules.checkins import CHECK_IN_MS
from fishbowl.domain.community.rules.introductions import may_meet, may_pair
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.suggestions import (
    OPEN_MAX,
    open_of,
    places_free,
    places_free_of_all,
)
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from tests.support.community import People


class Two(People):
    """Two members who agreed to meet."""

    def __init__(self) -> None:
        super().__init__()
        self.amira, self.jonas = self.willing("Amira"), self.willing("Jonas")

    def willing(self, label: str) -> MemberId:
        return self.joins(label, consents=frozenset({"meet"}))

    def may_meet(self) -> bool:
        return may_meet(self.state, self.amira, self.jonas, self.now_ms)

    def refused(self, *members: MemberId, **fields: object) -> str:
        one, other = members or (self.amira, self.jonas)
        return self.tries(c.SuggestMeeting(members=(one, other), **fields), Role.TIME)


def test_the_second_yes_brings_two_together():
    two = Two()
    suggestion = two.suggests(two.amira, two.jonas, reasons=("topic",))
    two.says(two.amira, suggestion)
    assert not two.state.introductions
    two.says(two.jonas, suggestion)
    (made,) = two.state.introductions.values()
    assert (made.members, made.reasons) == ((two.amira, two.jonas), ("topic",))
    assert made.check_in_at_ms == two.now_ms + CHECK_IN_MS
    assert made.first_question in FIRST_QUESTIONS
    assert not two.state.suggestions
    assert places_free(two.state, two.amira, two.now_ms) == OPEN_MAX


def test_only_members_who_agreed_to_meet_are_suggested():
    two = Two()
    mei = two.joins("Mei-Lin")
    assert two.refused(two.amira, mei) == "may_not_meet"
    assert two.refused(two.amira, two.amira) == "may_not_meet"
    assert two.refused(two.amira, MemberId(999)) == "may_not_meet"
    two.sends(c.SwitchFeature(feature="introductions", on=False))
    assert two.refused() == "switched_off"


def test_an_offer_of_somebody_else_brings_nobody_together():
    two = Two()
    offer = two.offers(two.willing("Mei-Lin"))
    assert two.refused(offer=offer) == "may_not_meet"


def test_nobody_is_asked_about_more_than_three_at_a_time():
    two = Two()
    others = [two.willing(f"No. {number}") for number in range(OPEN_MAX + 1)]
    for other in others[:-1]:
        two.suggests(two.amira, other)
    assert two.refused(two.amira, others[-1]) == "limit_reached"
    free = places_free_of_all(two.state, two.now_ms)
    assert free == {one: places_free(two.state, one, two.now_ms) for one in two.state.members}
    assert sorted(set(free.values())) == [0, OPEN_MAX - 1, OPEN_MAX]
    two.waits(14)
    assert two.refused(two.amira, others[-1]) == ""


def test_a_pair_is_suggested_once_whatever_it_answered():
    two = Two()
    two.suggests(two.amira, two.jonas)
    assert two.refused() == "may_not_meet"
    two.waits(800)
    assert two.refused() == "may_not_meet"
    assert may_pair(two.state, two.amira, two.jonas, two.now_ms)


def test_who_was_brought_together_is_not_paired_again_within_a_year():
    two = Two()
    two.introduces(two.amira, two.jonas)
    two.waits(364)
    assert not may_pair(two.state, two.amira, two.jonas, two.now_ms)
    two.waits(1)
    assert may_pair(two.state, two.amira, two.jonas, two.now_ms)


def test_a_yes_can_be_taken_back_and_a_no_is_for_good():
    two = Two()
    suggestion = two.suggests(two.amira, two.jonas)
    two.says(two.amira, suggestion)
    two.says(two.amira, suggestion, yes=False)
    again = c.AnswerSuggestion(member=two.amira, suggestion=suggestion, yes=True)
    assert two.tries(again, Role.MEMBER, two.amira) == "suggestion_over"
    two.says(two.jonas, suggestion)
    assert not two.state.introductions


def test_two_yeses_bring_nobody_together_who_may_not_meet_any_more():
    two = Two()
    suggestion = two.suggests(two.amira, two.jonas)
    two.says(two.amira, suggestion)
    two.does(two.amira, c.KeepApart(member=two.amira, label="Zoë"))
    zoe = c.ChangeMember(member=two.jonas, label="Zoë", language="en", time_zone="UTC")
    two.does(two.jonas, zoe)
    two.says(two.jonas, suggestion)
    assert not two.state.introductions
    two.waits(13)
    assert suggestion in two.state.suggestions


def test_what_is_switched_off_takes_no_answer():
    two = Two()
    suggestion = two.suggests(two.amira, two.jonas)
    two.sends(c.SwitchFeature(feature="introductions", on=False))
    answer = c.AnswerSuggestion(member=two.amira, suggestion=suggestion, yes=True)
    assert two.tries(answer, Role.DOOR) == "switched_off"


def test_an_answer_to_what_is_over_or_another_one_s_is_refused():
    two = Two()
    suggestion = two.suggests(two.amira, two.jonas)
    mei = two.willing("Mei-Lin")
    answer = c.AnswerSuggestion(member=mei, suggestion=suggestion, yes=True)
    assert two.tries(answer, Role.DOOR) == "suggestion_over"
    assert two.tries(c.EndSuggestion(suggestion=suggestion), Role.TIME) == "not_due"
    two.waits(14)
    late = c.AnswerSuggestion(member=two.amira, suggestion=suggestion, yes=True)
    assert two.tries(late, Role.DOOR) == "suggestion_over"


def test_a_yes_that_comes_at_its_end_before_time_has_acted_is_too_late():
    two = Two()
    suggestion = two.suggests(two.amira, two.jonas)
    two.says(two.amira, suggestion)
    two.now_ms = Millis(two.now_ms + 14 * DAY_MS)
    late = c.AnswerSuggestion(member=two.jonas, suggestion=suggestion, yes=True)
    assert two.tries(late, Role.DOOR) == "suggestion_over"


@pytest.mark.parametrize("is_mutual", [True, False])
def test_who_alone_gives_is_known_as_the_giver(is_mutual: bool):
    two = Two()
    offer, need = two.offers(two.amira), two.offers(two.jonas, side="need")
    back = two.offers(two.jonas, "Grants") if is_mutual else None
    two.introduces(two.jonas, two.amira, offer=offer, need=need, back_offer=back)
    (made,) = two.state.introductions.values()
    assert made.giver == (0 if is_mutual else two.amira)


def test_without_mail_it_holds_until_a_day_after_the_session_in_which_the_last_one_was():
    two = Two()
    began_ms = two.now_ms
    both = frozenset({two.amira, two.jonas})
    suggestion = two.suggests(two.amira, two.jonas, without_mail=both)
    assert two.state.suggestions[suggestion].ends_at_ms == began_ms + 90 * DAY_MS
    two.waits(20)
    two.sends(c.NoteSession(member=two.jonas, at_ms=two.now_ms), Role.DOOR)
    assert two.state.suggestions[suggestion].ends_at_ms == began_ms + 90 * DAY_MS
    note = c.NoteSession(member=two.jonas, at_ms=two.now_ms)
    assert two.tries(note, Role.DOOR) == "already_so"
    two.waits(20)
    two.sends(c.NoteSession(member=two.amira, at_ms=two.now_ms), Role.DOOR)
    assert two.state.suggestions[suggestion].ends_at_ms == two.now_ms + DAY_MS


def test_a_session_on_the_day_after_leaves_two_weeks_all_the_same():
    two = Two()
    began_ms = two.now_ms
    alone = frozenset({two.jonas})
    suggestion = two.suggests(two.amira, two.jonas, without_mail=alone)
    two.waits(1)
    two.sends(c.NoteSession(member=two.jonas, at_ms=two.now_ms), Role.DOOR)
    assert two.state.suggestions[suggestion].ends_at_ms == began_ms + 14 * DAY_MS


def test_who_leaves_is_in_no_suggestion_and_the_other_keeps_the_place_until_the_end():
    two = Two()
    offer = two.offers(two.jonas)
    two.suggests(two.amira, two.jonas, offer=offer, without_mail=frozenset({two.jonas}))
    two.does(two.jonas, c.LeaveCommunity(member=two.jonas))
    (left,) = open_of(two.state, two.amira, two.now_ms)
    assert left.members == (two.amira, 0)
    assert not left.waits_for
    assert not two.state.suggested
    two.says(two.amira, left.id)
    assert not two.state.introductions
    two.waits(90)
    assert not two.state.suggestions


def test_nothing_is_left_when_both_have_left():
    two = Two()
    two.suggests(two.amira, two.jonas)
    two.does(two.jonas, c.LeaveCommunity(member=two.jonas))
    two.does(two.amira, c.LeaveCommunity(member=two.amira))
    assert not two.state.suggestions


def test_a_state_with_pairs_is_packed_and_read_again():
    two = Two()
    two.introduces(two.amira, two.jonas)
    two.suggests(two.amira, two.willing("Mei-Lin"))
    assert COMMUNITY.unpack(COMMUNITY.pack(two.state)) == two.state
