"""Never with somebody: obeyed unseen, and told to nobody."""

from itertools import combinations

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.rules import apart
from fishbowl.domain.community.rules.apart import (
    APART_MAX,
    apart_of,
    apart_pairs,
    is_apart,
)
from fishbowl.domain.community.rules.introductions import may_pair, others_of
from fishbowl.domain.community.rules.suggestions import OPEN_MAX, places_free
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.roles import Role
from fishbowl.views.community.meeting import meeting_view
from tests.support.community import People


class Two(People):
    """Two members who agreed to meet."""

    def __init__(self) -> None:
        super().__init__()
        willing = frozenset({"meet"})
        self.amira = self.joins("Amira Benali", consents=willing)
        self.jonas = self.joins("Jonas Weber", consents=willing)

    def keeps_apart(self, **fields: object) -> str:
        command = c.KeepApart(member=self.amira, **fields)
        return self.tries(command, Role.MEMBER, self.amira)

    def may_pair(self) -> bool:
        return may_pair(self.state, self.amira, self.jonas, self.now_ms)


def test_a_member_is_kept_from_another_one_until_they_take_it_back():
    two = Two()
    assert two.keeps_apart(other=two.jonas) == ""
    assert not two.may_pair()
    assert apart_pairs(two.state) == {(two.amira, two.jonas)}
    assert apart_of(two.state, two.jonas) == []
    assert two.keeps_apart(other=two.jonas) == "already_so"
    (wish,) = apart_of(two.state, two.amira)
    of_another = c.AllowAgain(member=two.jonas, apart=wish.id)
    assert two.tries(of_another, Role.MEMBER, two.jonas) == "not_yours"
    two.does(two.amira, c.AllowAgain(member=two.amira, apart=wish.id))
    assert two.may_pair()


@pytest.mark.parametrize("label", ["Jonas", "jonas weber", "Weber Jonas", "Jonas Weber from Ulm"])
def test_a_name_is_meant_in_whatever_form_it_is_written(label: str):
    two = Two()
    assert two.keeps_apart(label=label) == ""
    assert is_apart(two.state, two.jonas, two.amira)
    assert not two.may_pair()


def test_a_name_that_nobody_has_is_answered_as_one_that_somebody_has():
    two = Two()
    assert two.keeps_apart(label="Zoë") == two.keeps_apart(label="Jonas") == ""


def test_a_name_changes_nothing_that_its_author_sees_or_it_would_tell_who_somebody_is():
    two = Two()
    suggestion = two.suggests(two.amira, two.jonas)
    before = meeting_view(two.state, two.amira, two.now_ms)
    two.keeps_apart(label="Jonas")
    assert meeting_view(two.state, two.amira, two.now_ms) == before
    for one in (two.amira, two.jonas):
        two.says(one, suggestion)
    assert not two.state.introductions
    assert places_free(two.state, two.amira, two.now_ms) == OPEN_MAX - 1


def test_who_joins_later_under_that_name_is_meant_too():
    two = Two()
    two.keeps_apart(label="Zoë")
    zoe = two.joins("Zoë", consents=frozenset({"meet"}))
    assert not may_pair(two.state, two.amira, zoe, two.now_ms)


def test_what_is_no_wish_is_refused():
    two = Two()
    assert two.keeps_apart(other=two.amira) == "same_member"
    assert two.keeps_apart(other=MemberId(999)) == "member_unknown"
    assert two.keeps_apart(label=" \u200b ") == "name_needed"
    for number in range(APART_MAX):
        two.keeps_apart(label=f"No. {number}")
    assert two.keeps_apart(label="One more") == "limit_reached"


def test_something_is_wrong_ends_it_and_keeps_them_apart():
    two = Two()
    made = two.introduces(two.amira, two.jonas)
    wrong = c.ReportWrong(member=two.amira, introduction=made, other=two.jonas)
    two.does(two.amira, wrong)
    pair = two.state.introductions[made]
    assert pair.staying == (two.jonas,)
    assert others_of(pair, two.jonas, two.now_ms) == (two.amira,)
    assert is_apart(two.state, two.amira, two.jonas)
    again = two.tries(wrong, Role.MEMBER, two.amira)
    assert again == "introduction_over"


def test_only_who_is_in_an_introduction_is_kept_apart_by_it():
    two = Two()
    made = two.introduces(two.amira, two.jonas)
    mei = two.joins("Mei-Lin")
    wrong = c.ReportWrong(member=two.amira, introduction=made, other=mei)
    assert two.tries(wrong, Role.MEMBER, two.amira) == "not_yours"


def test_keeping_apart_closes_what_one_is_asked_and_ends_what_one_was_brought_into():
    two = Two()
    made = two.introduces(two.amira, two.jonas)
    two.keeps_apart(other=two.jonas)
    assert two.state.introductions[made].is_over


def test_a_wish_stays_when_one_of_the_two_turns_out_to_be_another_member():
    two = Two()
    two.keeps_apart(other=two.jonas)
    other = two.joins("J. W.", consents=frozenset({"meet"}))
    merge = two.merges(other, two.jonas)
    for one in (two.jonas, other):
        two.does(one, c.AgreeToMerge(member=one, merge=merge))
    assert apart_pairs(two.state) == {(two.amira, other)}
    mine = two.joins("A. B.", consents=frozenset({"meet"}))
    merge = two.merges(mine, two.amira)
    for one in (two.amira, mine):
        two.does(one, c.AgreeToMerge(member=one, merge=merge))
    assert apart_pairs(two.state) == {(other, mine)}


def test_the_names_go_with_the_wish_and_with_the_member():
    two = Two()
    two.keeps_apart(label="Zoë")
    two.keeps_apart(label="Kofi")
    first, second = apart_of(two.state, two.amira)
    (allowed,) = two.does(two.amira, c.AllowAgain(member=two.amira, apart=first.id))
    assert COMMUNITY.erasure([allowed]).items == {first.id}
    *_, left = two.does(two.amira, c.LeaveCommunity(member=two.amira))
    assert second.id in COMMUNITY.erasure([left]).items
    assert not two.state.apart


def test_all_pairs_at_once_are_those_that_are_found_one_by_one():
    two = Two()
    names = ("Jonas", "Weber Jonas", "Mei Lin", "Mei", "Zoë Weber", "Amira")
    others = [two.joins(name) for name in names]
    for label in ("Jonas", "Mei Lin Wu", "Weber"):
        two.keeps_apart(label=label)
    two.does(others[3], c.KeepApart(member=others[3], other=others[4]))
    members = sorted(two.state.members)
    pairs = {pair for pair in combinations(members, 2) if is_apart(two.state, *pair)}
    assert len(pairs) > 4
    assert apart_pairs(two.state) == pairs


def test_not_every_wish_is_held_against_every_member(monkeypatch: pytest.MonkeyPatch):
    two = Two()
    for number in range(100):
        two.joins(f"Member{number}")
    for number in range(40):
        two.keeps_apart(label=f"Nobody{number} Member{number}")
    means, held = apart._means, []
    monkeypatch.setattr(apart, "_means", lambda *told: held.append(told) or means(*told))
    assert len(apart_pairs(two.state)) == 40
    assert len(held) == 40
