"""Whoever is left over joins two others: odd ones make threes, and late ones meet one of a pair."""

from fishbowl.domain.community.ids import pair_of
from fishbowl.pairing.fit import fit, may_meet
from fishbowl.pairing.problem import Person, Problem

Group = list[Person]


def with_threes(problem: Problem, pairs: list[Group], alone: list[Person]) -> list[Group]:
    """Let each who has nobody join the pair whose weaker fit with them is best.

    Nobody is in two groups of which one is a three, and a newer person never joins: a three with
    two newer ones would be more than a seasoned person has agreed to carry.
    """
    groups = [list(pair) for pair in pairs]
    for person in alone:
        if problem.kind == "seasoned" and not person.is_seasoned:
            continue
        open_to = [group for group in groups if _may_join(problem, groups, group, person)]
        if open_to:
            best = max(
                open_to,
                key=lambda group: (
                    min(fit(problem, person, other).weight for other in group),
                    [-other.id for other in group],
                ),
            )
            best.append(person)
    return groups


def with_one_more(
    problem: Problem, groups: list[Group], alone: list[Person], taken: list[Person]
) -> list[Group]:
    """Pair each who has nobody with somebody who has a group already; each of these once.

    For those who arrive while a round goes on and find nobody who is free.
    """
    served = {person.id for group in groups for person in group}
    more: list[Group] = []
    for person in alone:
        helps = [other for other in taken if may_meet(problem, person, other)]
        if person.id in served or not helps:
            continue
        best = max(helps, key=lambda other: (fit(problem, person, other).weight, -other.id))
        taken = [other for other in taken if other.id != best.id]
        more.append([person, best])
    return more


def _may_join(problem: Problem, groups: list[Group], group: Group, person: Person) -> bool:
    if len(group) > 2:
        return False
    if problem.kind == "across":
        return all(may_meet(problem, person, other) for other in group)
    seasoned, newer = sorted(group, key=lambda other: other.is_newer)
    carries = sum(seasoned in other for other in groups)
    never = pair_of(person.id, seasoned.id) in problem.never
    return carries == 1 and not never and may_meet(problem, person, newer)
