"""Problems for the tests of pairing."""

from typing import Any

from hypothesis import strategies as st

from fishbowl.domain.community.ids import MemberId, Pair, RoundKind, pair_of
from fishbowl.pairing.problem import Person, Problem, Solution
from fishbowl.pairing.solve import solve


def person(number: int, years: int | None = None, organisation: str = "", **more: Any) -> Person:
    return Person(id=MemberId(number), years=years, organisation=organisation, **more)


def pair(one: int, other: int) -> Pair:
    return pair_of(MemberId(one), MemberId(other))


def pairs(*told: tuple[int, int]) -> frozenset[Pair]:
    return frozenset(pair(one, other) for one, other in told)


def solved(kind: RoundKind, *people: Person, **more: Any) -> Solution:
    return solve(Problem(kind=kind, people=people, **more))


def who(solution: Solution) -> set[tuple[int, ...]]:
    return {tuple(sorted(group.members)) for group in solution.groups}


_NUMBERS = st.integers(1, 14)
_PAIRS = st.frozensets(
    st.tuples(_NUMBERS, _NUMBERS).filter(lambda two: two[0] < two[1]), max_size=20
)
_TOPICS = st.frozensets(st.sampled_from(["budget", "rooms", "trust"]), max_size=2)
_PEOPLE = st.builds(
    Person,
    id=_NUMBERS,
    years=st.sampled_from([None, 0, 2, 5, 8, 20]),
    organisation=st.sampled_from(["", "library", "school"]),
    gives=_TOPICS,
    needs=_TOPICS,
    topics=_TOPICS,
)
PROBLEMS = st.builds(
    Problem,
    kind=st.sampled_from(["seasoned", "across"]),
    people=st.lists(_PEOPLE, max_size=14, unique_by=lambda one: one.id).map(tuple),
    limit=st.integers(1, 3),
    never=_PAIRS,
    together=_PAIRS,
    followed=_PAIRS,
)
