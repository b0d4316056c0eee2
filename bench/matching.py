"""How many suggestions are right, with a baseline beside them, and how long a look takes.

The judged offers and needs are those of the tests. Settings were chosen on ``association``;
``conference`` is held out.
"""

import time
from itertools import count

from bench.result import Result, row
from fishbowl.domain.kernel.ids import Millis
from fishbowl.matching.lines import Line
from fishbowl.matching.scoring import Scores
from tests.matching.judged import Measured, by_scores, by_shared_words, measure, read

SETS = ("association", "conference")
PRECISION_LEAST = 0.8
HOLD_S = 5.0


async def measure_matching(size: int, rounds: int) -> list[Result]:
    """Measure the judged sets, and a look over so many offers and needs."""
    found = [one for name in SETS for one in _of_set(name)]
    seconds = [_look_s(size) for _ in range(min(rounds, 2))]
    return [*found, row("matching.look", size, seconds, "s", hold={"p95": HOLD_S})]


def _of_set(name: str) -> list[Result]:
    judged = read(name)
    size = len(judged.needs)
    ours, baseline = measure(judged, by_scores(judged)), measure(judged, by_shared_words)
    least = {"median": PRECISION_LEAST}
    return [
        row(f"{name}.precision", size, [ours.precision], "at 3", hold=least, at_least=True),
        *_rows(name, size, ours),
        row(f"{name}.words.precision", size, [baseline.precision], "at 3"),
        *_rows(f"{name}.words", size, baseline),
    ]


def _rows(name: str, size: int, measured: Measured) -> list[Result]:
    return [
        row(f"{name}.found", size, [measured.found], "share"),
        row(f"{name}.suggested", size, [measured.suggested], "offers"),
        row(f"{name}.unneeded", size, [measured.unneeded], "needs"),
    ]


def _look_s(size: int) -> float:
    """How long it takes to find offers for all needs, in seconds."""
    numbers = count(1)
    some = [line for name in SETS for line in read(name).lines]
    lines = []
    while len(lines) < size:
        lines += [_copy(line, next(numbers)) for line in some]
    began = time.perf_counter()
    scores = Scores(lines[:size], Millis(0))
    for line in lines[:size]:
        if line.side == "need":
            scores.candidates(line, lambda need, offer: True)
    return time.perf_counter() - began


def _copy(line: Line, number: int) -> Line:
    return Line(
        id=number,
        member=number,
        side=line.side,
        words=line.words,
        topic=line.topic,
        language=line.language,
    )
