"""Which pairs are weighed at all.

Among few people that is every allowed pair. Among many it is, for each, everybody with whom
something is in common, and some more: pairs without anything in common are worth the same, so a
few of them, spread evenly, serve as well as all. What the spread decides depends on the numbers of
the people alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import combinations, islice

from fishbowl.domain.community.ids import MemberId, Pair, pair_of
from fishbowl.pairing.fit import fit, may_meet
from fishbowl.pairing.problem import Person, Problem

ALL_UP_TO = 120
"""So many people are weighed pair by pair."""
BEST = 4
"""Of the people with whom somebody has something in common, so many count."""
SPREAD = 4
"""And so many others."""
CROWD = 60
"""Of a topic that more people share than this, each meets only so many neighbours."""

Weights = dict[Pair, int]
"""Pairs, in the order of their numbers, with the points of their fit."""


def weights(problem: Problem, people: list[Person]) -> Weights:
    """Weigh the pairs that come into question among free people."""
    if len(people) <= ALL_UP_TO:
        return _weighed(problem, combinations(people, 2))
    found: set[Pair] = set()
    by_id = {person.id: person for person in people}
    ring = sorted(people, key=lambda person: _scattered(person.id))
    near = _with_something_in_common(problem, ring)
    for place, person in enumerate(ring):
        allowed = (other for other in near[person.id] if may_meet(problem, person, by_id[other]))
        rated = sorted(
            allowed, key=lambda other: (-fit(problem, person, by_id[other]).weight, other)
        )
        found.update(pair_of(person.id, other) for other in rated[:BEST])
        found.update(islice(_spread(problem, ring, place), SPREAD))
    return _weighed(problem, ((by_id[one], by_id[other]) for one, other in found))


def weights_of(problem: Problem, some: list[Person], people: list[Person]) -> Weights:
    """Weigh every pair that some of the people have with anybody of them."""
    return _weighed(problem, ((one, other) for one in some for other in people))


def _weighed(problem: Problem, pairs: Iterable[tuple[Person, Person]]) -> Weights:
    allowed = {
        pair_of(one.id, other.id): fit(problem, one, other).weight
        for one, other in pairs
        if may_meet(problem, one, other)
    }
    return dict(sorted(allowed.items()))


def _spread(problem: Problem, ring: list[Person], place: int) -> Iterator[Pair]:
    """Allowed pairs of one with others around the ring, those of other organisations first."""
    one, size = ring[place], len(ring)
    later: list[Pair] = []
    for step in range(1, size):
        other = ring[(place + step) % size]
        if not may_meet(problem, one, other):
            continue
        pair = pair_of(one.id, other.id)
        if "other_organisation" in fit(problem, one, other).reasons or not one.organisation:
            yield pair
        else:
            later.append(pair)
        if len(later) >= SPREAD:  # few have said where they work
            break
    yield from later


def _with_something_in_common(
    problem: Problem, ring: list[Person]
) -> dict[MemberId, list[MemberId]]:
    """For each the others with whom they have a topic, or spoke after each other."""
    holders: defaultdict[str, list[MemberId]] = defaultdict(list)
    for person in ring:
        for topic in person.gives | person.needs | person.topics:
            holders[topic].append(person.id)
    shared: defaultdict[MemberId, Counter[MemberId]] = defaultdict(Counter)
    for topic in sorted(holders):
        for one, other in _neighbours(holders[topic]):
            shared[one][other] += 1
            shared[other][one] += 1
    here = {person.id for person in ring}
    for one, other in sorted(problem.followed):
        if one in here and other in here:
            shared[one][other] += 1
            shared[other][one] += 1
    return {person.id: sorted(shared[person.id]) for person in ring}


def _neighbours(ids: list[MemberId]) -> Iterator[Pair]:
    if len(ids) <= CROWD:
        yield from combinations(ids, 2)
        return
    for place, one in enumerate(ids):
        for step in range(1, CROWD // 2 + 1):
            yield one, ids[(place + step) % len(ids)]


def _scattered(member: MemberId) -> bytes:
    """A number that says nothing about when somebody joined."""
    return blake2b(str(member).encode(), digest_size=8).digest()
