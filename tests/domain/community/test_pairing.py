"""Pairing rounds: drafts, pins, and what a solution has to obey."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, RoundId
from fishbowl.domain.community.rules import pairing
from fishbowl.domain.kernel.roles import Role
from tests.domain.community.in_round import InRound, why_of


def test_a_round_is_drafted_changed_and_thrown_away():
    people = InRound(kind="across", limit=3)
    assert (people.round.state, people.round.limit) == ("draft", 1)
    change = c.ChangeRound(round=people.id, name="Spring", kind="seasoned", weeks=6, limit=3)
    people.sends(change)
    assert people.tries(change) == "already_so"
    assert (people.round.name, people.round.kind, people.round.limit) == ("Spring", "seasoned", 3)
    people.sends(c.EndRound(round=people.id))
    assert not people.state.rounds
    assert people.tries(change) == "round_over"
    assert people.tries(c.DraftRound(name=" ", kind="across")) == "name_needed"


def test_changing_a_round_asks_for_another_solution():
    people = InRound()
    people.solves((0, 1))
    people.sends(c.ChangeRound(round=people.id, name="A", kind="across", weeks=6, limit=1))
    assert people.tries(c.AskPairs(round=people.id)) == "nobody_to_pair"


def test_drafts_are_limited():
    people = InRound()
    for _ in range(pairing.DRAFTS_MAX - 1):
        people.drafts()
    assert people.tries(c.DraftRound(name="More", kind="across")) == "limit_reached"


def test_a_new_solution_replaces_the_proposals_and_numbers_go_on():
    people = InRound()
    people.solves((0, 1), (2, 3))
    assert [one.no for one in people.round.groups] == [1, 2]
    people.solves((0, 2))
    assert [(one.no, one.state) for one in people.round.groups] == [(3, "proposed")]


@pytest.mark.parametrize(
    ("groups", "why"),
    [
        ([(0, 1), (1, 2)], "twice"),
        ([(0, 0)], "twice"),
        ([(0, 1, 2), (2, 3)], "twice"),
    ],
)
def test_everybody_is_in_one_group(groups: list[tuple[int, ...]], why: str):
    people = InRound()
    command = c.TakeSolution(round=people.id, groups=people.of(*groups))
    assert why_of(people, command, Role.DOOR) == why


def test_a_seasoned_member_is_in_several_groups_but_only_they():
    people = InRound(kind="seasoned", limit=2)
    assert not people.solves((0, 1), (0, 2))
    assert people.solves((0, 1), (0, 2), (0, 3)) == "solve_again"
    assert people.solves((0, 1), (0, 2), (1, 3)) == "solve_again"


def test_only_who_agrees_to_meet_is_paired_and_nobody_twice_a_year():
    people = InRound()
    people.agrees(people.all[5], "meet", False)
    assert people.solves((0, 5)) == "consent_needed"
    assert people.solves() == "nobody_to_pair"
    people.asked((0, 1))
    people.says(0, True)
    people.says(1, True)
    people.sends(c.EndRound(round=people.id))
    people.id = people.drafts()
    assert people.solves((0, 1)) == "may_not_meet"
    people.waits(364)
    assert people.solves((0, 1)) == "may_not_meet"
    people.waits(2)
    assert not people.solves((0, 1))


def test_who_wants_to_be_kept_apart_is_not_paired_and_no_code_says_why():
    people = InRound()
    zero, one = people.all[:2]
    people.does(zero, c.KeepApart(member=zero, other=one))
    assert people.solves((0, 1)) == "may_not_meet"
    assert people.tries(c.PinPair(round=people.id, a=one, b=zero)) == "may_not_meet"
    assert people.solves((0, 2, 1)) == "may_not_meet"


def test_pins_hold_and_what_is_forbidden_is_not_proposed():
    people = InRound()
    a, b, d = people.all[:3]
    pin = c.PinPair(round=people.id, a=b, b=a)
    people.sends(pin)
    assert people.tries(pin) == "already_so"
    assert people.tries(c.ForbidPair(round=people.id, a=a, b=b)) == "pair_pinned"
    assert people.tries(c.PinPair(round=people.id, a=a, b=d)) == "pinned_already"
    wrong = c.TakeSolution(round=people.id, groups=people.of((0, 2)))
    assert why_of(people, wrong, Role.DOOR) == "pinned"
    assert not people.solves((1, 0, 2))
    people.sends(c.FreePair(round=people.id, a=a, b=b))
    forbid = c.ForbidPair(round=people.id, a=a, b=b)
    people.sends(forbid)
    assert people.tries(forbid) == "already_so"
    assert people.tries(pin) == "pair_forbidden"
    wrong = c.TakeSolution(round=people.id, groups=people.of((0, 1)))
    assert why_of(people, wrong, Role.DOOR) == "forbidden"
    people.sends(c.FreePair(round=people.id, a=b, b=a))
    assert people.tries(c.FreePair(round=people.id, a=b, b=a)) == "already_so"


def test_a_seasoned_member_is_pinned_as_often_as_the_limit():
    people = InRound(kind="seasoned", limit=2)
    a, b, d, f = people.all[:4]
    people.sends(c.PinPair(round=people.id, a=a, b=b))
    people.sends(c.PinPair(round=people.id, a=a, b=d))
    assert people.tries(c.PinPair(round=people.id, a=a, b=f)) == "pinned_already"
    assert people.tries(c.PinPair(round=people.id, a=b, b=d)) == "pinned_already"


def test_impossible_pins_are_refused_with_what_is_wrong():
    people = InRound()
    a = people.all[0]
    stranger = people.joins("Stranger")
    assert people.tries(c.PinPair(round=people.id, a=a, b=a)) == "same_member"
    assert people.tries(c.PinPair(round=people.id, a=a, b=MemberId(999))) == "member_unknown"
    assert people.tries(c.PinPair(round=people.id, a=a, b=stranger)) == "consent_needed"
    assert people.tries(c.ForbidPair(round=people.id, a=a, b=a)) == "same_member"
    assert people.tries(c.PinPair(round=RoundId(999), a=a, b=stranger)) == "round_over"


def test_a_pin_after_the_solution_asks_for_another_one():
    people = InRound()
    people.solves((0, 1), (2, 3))
    people.sends(c.PinPair(round=people.id, a=people.all[0], b=people.all[2]))
    assert why_of(people, c.AskPairs(round=people.id)) == "changed"


def test_what_changed_since_the_solution_asks_for_another_one():
    people = InRound()
    people.solves((0, 1), (2, 3))
    people.agrees(people.all[0], "meet", False)
    assert why_of(people, c.AskPairs(round=people.id)) == "changed"


def test_one_round_of_a_kind_goes_on_at_a_time():
    people = InRound()
    first, other, second = people.id, people.drafts(kind="seasoned"), people.drafts()
    people.asked((0, 1))
    people.id = second
    assert not people.solves((2, 3))
    assert people.tries(c.AskPairs(round=second)) == "round_open"
    people.id = other
    people.asked((0, 1))
    people.sends(c.EndRound(round=first))
    people.sends(c.AskPairs(round=second))


def test_a_round_that_is_asked_is_prepared_no_more():
    people = InRound()
    people.asked((0, 1))
    assert people.solves((2, 3)) == "round_asked"
    pin = c.PinPair(round=people.id, a=people.all[0], b=people.all[1])
    assert people.tries(pin) == "round_asked"
    assert people.tries(c.AskPairs(round=people.id)) == "round_asked"
    people.sends(c.EndRound(round=people.id))
    assert people.tries(c.EndRound(round=people.id)) == "already_so"
    assert people.says(0, True) == "round_over"
