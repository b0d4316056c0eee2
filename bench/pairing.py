"""A pairing round of a large community, solved in the process that a server starts for it.

What is measured is the whole way: starting the process, solving, and reading the solution.
"""

import time
from random import Random

from bench.archive import SEED
from bench.result import Result, row
from fishbowl.domain.community.ids import MemberId, Pair, RoundKind, pair_of
from fishbowl.pairing.problem import Person, Problem
from fishbowl.pairing.solver import Solver

YEARS = (None, 0, 1, 2, 5, 9, 15, 30)
LINES = (0, 0, 1, 2)
"""How many offers, or needs, somebody shares."""
SHARING_A_TOPIC, SHARING_A_ROOF = 4, 12
"""About so many people share a topic as a line, or work in one organisation."""
BOWL = 6
KINDS: tuple[tuple[RoundKind, int], ...] = (("across", 1), ("seasoned", 1), ("seasoned", 3))
HOLD_S = 5


async def measure(size: int, rounds: int) -> list[Result]:
    """Solve rounds of so many members."""
    return [
        row(f"pairing.{kind}_{limit}", size, _solved(size, rounds, kind, limit), "s",
            hold={"median": HOLD_S})
        for kind, limit in KINDS
    ]  # fmt: skip


def problem(size: int, kind: RoundKind, limit: int) -> Problem:
    """Make up a community: what people say, share, and did in sessions."""
    draw = Random(SEED)
    organisations = ["", *(f"roof {number}" for number in range(size // SHARING_A_ROOF))]

    def some(word: str, apart: int, counts: tuple[int, ...]) -> frozenset[str]:
        words = [f"{word} {number}" for number in range(size // apart)]
        return frozenset(draw.sample(words, draw.choice(counts)))

    def pairs(count: int) -> frozenset[Pair]:
        drawn = (draw.sample(range(1, size + 1), 2) for _ in range(count))
        return frozenset(pair_of(MemberId(one), MemberId(other)) for one, other in drawn)

    bowls = [draw.sample(range(1, size + 1), BOWL) for _ in range(size // BOWL)]
    return Problem(
        kind=kind,
        limit=limit,
        people=tuple(
            Person(
                id=MemberId(number + 1),
                years=draw.choice(YEARS),
                organisation=draw.choice(organisations),
                gives=some("line", SHARING_A_TOPIC, LINES),
                needs=some("line", SHARING_A_TOPIC, LINES),
                topics=some("topic", 2 * BOWL, (0, 2, 4)),
            )
            for number in range(size)
        ),
        never=pairs(size),
        together=frozenset(
            pair_of(MemberId(one), MemberId(other))
            for bowl in bowls
            for one in bowl
            for other in bowl
            if one != other
        ),
        followed=pairs(2 * size),
    )


def _solved(size: int, rounds: int, kind: RoundKind, limit: int) -> list[float]:
    asked, took_s = problem(size, kind, limit), []
    for _ in range(rounds):
        began_s = time.perf_counter()
        Solver().solve(asked)
        took_s.append(time.perf_counter() - began_s)
    return took_s
