"""Offers and needs with judged pairs, and how many suggestions for them are right."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest.tokens import tokens
from fishbowl.matching.lines import Line
from fishbowl.matching.scoring import BEST_OF_NEED, Scores

FOLDER = Path(__file__).parent
SHORT_MAX = 3
"""Latin letters of words that the baseline ignores, as the archive's related sessions do."""


class Judged(NamedTuple):
    """A set of lines, and which offers are right for each need."""

    lines: tuple[Line, ...]
    names: dict[int, str]
    good: dict[int, frozenset[str]]
    hard: dict[int, frozenset[str]]

    @property
    def needs(self) -> list[Line]:
        """The needs, in the order of the file."""
        return [line for line in self.lines if line.side == "need"]

    @property
    def offers(self) -> list[Line]:
        """The offers, in the order of the file."""
        return [line for line in self.lines if line.side == "offer"]


class Measured(NamedTuple):
    """What came of the three best suggestions for each need.

    ``precision``: the share of the suggestions that are right. ``found``: the share of the right
    ones that are suggested, at most three for a need. ``unneeded``: how many needs without any
    right offer got a suggestion all the same.
    """

    precision: float
    found: float
    suggested: int
    unneeded: int


Suggest = Callable[[Judged, Line], list[Line]]


@cache
def read(name: str) -> Judged:
    """Read a set of judged pairs; each line is a member's of its own."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    listed = [(side, row) for side in ("offer", "need") for row in rows[f"{side}s"]]
    lines = tuple(
        Line(
            id=number,
            member=number,
            side="offer" if side == "offer" else "need",
            words=row["words"],
            topic=row["topic"],
            language=row["language"],
        )
        for number, (side, row) in enumerate(listed, start=1)
    )
    needs = {number: row for number, (side, row) in enumerate(listed, start=1) if side == "need"}
    return Judged(
        lines=lines,
        names={number: row["id"] for number, (_, row) in enumerate(listed, start=1)},
        good={number: frozenset(row["good"]) for number, row in needs.items()},
        hard={number: frozenset(row.get("hard", ())) for number, row in needs.items()},
    )


def measure(judged: Judged, suggest: Suggest) -> Measured:
    """Count what is right among the three best suggestions for each need."""
    right = suggested = possible = unneeded = 0
    for need in judged.needs:
        good = judged.good[need.id]
        best = suggest(judged, need)[:BEST_OF_NEED]
        right += sum(judged.names[offer.id] in good for offer in best)
        suggested += len(best)
        possible += min(len(good), BEST_OF_NEED)
        unneeded += bool(best) and not good
    return Measured(right / max(suggested, 1), right / possible, suggested, unneeded)


def by_scores(judged: Judged) -> Suggest:
    """The product's own suggestions."""
    scores = Scores(judged.lines, Millis(0))
    return lambda _, need: [one.offer for one in scores.candidates(need, lambda a, b: True)]


def by_shared_words(judged: Judged, need: Line) -> list[Line]:
    """The baseline: offers that share most words with a need, short words left out."""
    wanted = _words(need)
    shared = {offer.id: len(wanted & _words(offer)) for offer in judged.offers}
    some = [offer for offer in judged.offers if shared[offer.id]]
    return sorted(some, key=lambda offer: -shared[offer.id])


def _words(line: Line) -> frozenset[str]:
    said = {token.text for token in tokens(f"{line.topic} {line.words}")}
    return frozenset(word for word in said if len(word) > SHORT_MAX or not word.isascii())
