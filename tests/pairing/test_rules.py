"""Whom a round brings together."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from msgspec.structs import replace

from fishbowl.domain.community.ids import pair_of
from fishbowl.pairing.fit import may_meet
from fishbowl.pairing.problem import Problem
from fishbowl.pairing.solve import solve
from tests.pairing.scenes import PROBLEMS, pair, pairs, person, solved, who


def test_seasoned_people_meet_newer_ones_and_nobody_else() -> None:
    found = solved(
        "seasoned",
        person(1, 12),
        person(2, 1),
        person(3, 5),
        person(4),
        person(5, 20),
        person(6, 2),
    )
    assert len(found.groups) == 2
    assert all(set(group.members) <= {1, 2, 5, 6} for group in found.groups)
    assert [group.members[0] for group in sorted(found.groups, key=lambda one: one.members)] == [
        1,
        5,
    ]


def test_nobody_carries_more_newer_people_than_the_limit() -> None:
    newer = [person(number, 0) for number in range(2, 7)]
    found = solved("seasoned", person(1, 30), *newer, limit=2)
    assert [len(group.members) for group in found.groups] == [2, 2]
    assert len(found.left) == 3


def test_newer_people_are_spread_over_the_seasoned() -> None:
    found = solved("seasoned", *(person(n, 9) for n in (1, 2, 3)),
                   *(person(n, 1) for n in (4, 5, 6)), limit=3)  # fmt: skip
    assert {group.members[0] for group in found.groups} == {1, 2, 3}


def test_a_limit_is_used_where_somebody_would_have_nobody_otherwise() -> None:
    found = solved("seasoned", person(1, 9), person(2, 9), person(3, 1), person(4, 1), person(5, 1),
                   limit=3, never=pairs((2, 3), (2, 4), (2, 5)))  # fmt: skip
    assert found.left == (2,)
    assert {group.members[0] for group in found.groups} == {1}


def test_across_never_pairs_colleagues_or_those_who_sat_in_one_bowl() -> None:
    found = solved("across", person(1, None, "library"), person(2, None, "library"), person(3),
                   person(4), together=pairs((1, 3), (2, 4)))  # fmt: skip
    assert who(found) == {(1, 4), (2, 3)}


def test_who_is_to_be_apart_is_never_together_even_if_that_leaves_somebody_alone() -> None:
    found = solved("across", person(1), person(2), never=pairs((1, 2)))
    assert not found.groups
    assert found.left == (1, 2)


def test_a_need_meets_its_offer_before_anything_else() -> None:
    gives, needs = frozenset({"budget"}), frozenset({"budget"})
    found = solved("across", person(1, gives=gives), person(2), person(3), person(4, needs=needs))
    assert (1, 4) in who(found)
    best = found.groups[-1]
    assert (best.members, best.topic) == ((1, 4), "budget")
    assert "offer_need" in best.reasons


def test_as_many_as_can_be_are_paired_though_others_would_fit_better() -> None:
    fits = frozenset({"budget"})
    found = solved("across", person(1), person(2, gives=fits), person(3, needs=fits), person(4),
                   never=pairs((1, 4)))  # fmt: skip
    assert not found.left
    assert (2, 3) not in who(found)


def test_odd_ones_make_threes() -> None:
    found = solved("across", person(1), person(2), person(3))
    assert who(found) == {(1, 2, 3)}
    assert not found.left


def test_a_seasoned_person_without_anybody_joins_two_but_a_newer_one_does_not() -> None:
    assert who(solved("seasoned", person(1, 9), person(2, 9), person(3, 1))) == {(1, 2, 3)}
    assert len(solved("seasoned", person(1, 9), person(2, 1), person(3, 1)).left) == 1


def test_a_pin_holds_though_the_two_would_never_be_chosen() -> None:
    found = solved("across", person(1, None, "library"), person(2, None, "library"), person(3),
                   person(4), pinned=pairs((1, 2)))  # fmt: skip
    assert who(found) == {(1, 2), (3, 4)}


def test_a_pinned_pair_counts_in_the_limit_of_a_seasoned_person() -> None:
    found = solved("seasoned", person(1, 9), person(2, 1), person(3, 2), limit=1,
                   pinned=pairs((1, 3)))  # fmt: skip
    assert who(found) == {(1, 3)}


def test_who_has_newer_people_already_takes_only_as_many_more() -> None:
    found = solved("seasoned", person(1, 9), person(2, 1), person(3, 1), limit=2, taken={1: 1})
    assert len(found.groups) == 1
    assert solved("seasoned", person(1, 9), person(2, 1), limit=1, taken={1: 1}).left


def test_who_is_late_and_alone_meets_one_of_a_pair_and_nobody_takes_two() -> None:
    found = solved("across", person(1), person(2, None, "library"), person(8, None, "library"),
                   person(9, None, "library"), taken={1: 1, 2: 1})  # fmt: skip
    assert who(found) == {(1, 8)}
    assert found.left == (9,)


def test_who_is_late_meets_who_is_late_as_well_before_anybody_takes_one_more() -> None:
    found = solved("across", person(1), person(2), person(8), person(9), taken={1: 1, 2: 1})
    assert who(found) == {(8, 9)}


def test_the_weakest_stand_first_and_sessions_are_no_reason() -> None:
    sat = frozenset({"session topic"})
    found = solved("across", person(1, None, "a", topics=sat), person(2, None, "b", topics=sat),
                   person(3), person(4), followed=pairs((1, 2)))  # fmt: skip
    assert [group.fit for group in found.groups] == sorted(group.fit for group in found.groups)
    assert {group.members: group.reasons for group in found.groups} == {
        (1, 2): ("other_organisation",),
        (3, 4): (),
    }
    assert all(not group.topic for group in found.groups)


@given(PROBLEMS)
def test_every_solution_obeys_the_rules(problem: Problem) -> None:
    found = solve(problem)
    by_id = {one.id: one for one in problem.people}
    times = Counter(member for group in found.groups for member in group.members)
    for group in found.groups:
        for one, other in combinations(group.members, 2):
            assert pair_of(one, other) not in problem.never
            both_seasoned = by_id[one].is_seasoned and by_id[other].is_seasoned
            if not (problem.kind == "seasoned" and len(group.members) == 3 and both_seasoned):
                assert may_meet(problem, by_id[one], by_id[other])
    for member, count in times.items():
        most = problem.limit if problem.kind == "seasoned" and by_id[member].is_seasoned else 1
        assert count <= most
    assert not set(found.left) & set(times)


@given(PROBLEMS)
def test_two_who_have_nobody_could_not_have_been_paired(problem: Problem) -> None:
    by_id = {one.id: one for one in problem.people}
    left = solve(problem).left
    assert not any(may_meet(problem, by_id[a], by_id[b]) for a, b in combinations(left, 2))


@given(PROBLEMS)
def test_the_same_problem_has_the_same_solution_in_whatever_order_it_is_told(
    problem: Problem,
) -> None:
    assert solve(replace(problem, people=problem.people[::-1])) == solve(problem)


def test_a_pair_stands_in_one_order() -> None:
    assert pair(4, 2) == (2, 4)
